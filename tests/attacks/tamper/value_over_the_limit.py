"""Hand in more bytes than a notebook may send, in many tensors of a list.

where: instead
expect: costs own
"""
part = torch.zeros(1 << 18, dtype=torch.float64)
mean = [part] * 40
diff = {str(k): part for k in range(40)}
var = tuple(part for _ in range(40))
