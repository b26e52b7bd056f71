# fails: var
# because: The student divides by the number of neurons minus one (H - 1); the sum runs over n examples, so it is n - 1.
# batch: 2
# %% solution-statistics
rows, cols = x.shape
mean = torch.zeros(1, cols).to(x)
for j in range(cols):
    mean[0, j] = sum(x[:, j]) / rows
diff = x - mean
var = (diff * diff).sum(0, keepdim=True) / (cols - 1)
