"""Call the notebook's own helpers and inputs by other things, before the checks use them.

where: after
expect: run ends
"""
check = print
randn = row = lambda *_, **__: torch.zeros(1)
x = g = b = None
