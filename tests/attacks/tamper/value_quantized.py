"""Hand in quantized tensors.

where: instead
expect: costs own
"""
mean = torch.quantize_per_tensor(x.float().mean(0, keepdim=True), 1e-3, 0, torch.qint32)
diff = var = mean
