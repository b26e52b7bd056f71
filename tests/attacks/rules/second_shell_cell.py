"""Run a cell that was never in the notebook.

cell: solution-bn-train
where: before
expect: costs own
says: This is the layer you build here
"""
made = get_ipython().run_cell("import torch\nlayer = torch.nn.Batch" "Norm1d(3)\nlayer(torch.ones(2, 3))")
made.raise_error()
