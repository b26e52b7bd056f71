"""Hand in nested tensors.

where: instead
expect: costs own
"""
mean = torch.nested.nested_tensor([torch.zeros(2), torch.zeros(3)])
diff = torch.nested.nested_tensor([x, x], layout=torch.jagged)
var = torch.nested.as_nested_tensor([x[:1]])
