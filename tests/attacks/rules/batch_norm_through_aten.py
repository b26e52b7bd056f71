"""Call batch norm's kernel through torch.ops.

cell: solution-torch
where: before
expect: costs own
says: This is the layer you build here
"""
import torch

torch.ops.aten.native_batch_norm(v, v_gain[0], v_bias[0], v_mean[0].clone(), v_var[0].clone(), True, 0.1, 1e-5)
