"""Hand in tensors without data, on the meta device, and fake ones.

where: instead
expect: costs own
"""
mean = torch.zeros(1, H, dtype=torch.float64, device="meta")
diff, var = mean.expand(n, H), torch.empty(1, H, device="meta")
