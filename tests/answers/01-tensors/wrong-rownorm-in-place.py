# fails: row_normalise, the caller's table
# because: The division `/=` writes into the caller's table, which must stay as it is.
# batch: 1
# told: true author rows: in place
# %% solution-row-normalise
def row_normalise(M):
    if M.dtype != torch.float32:
        M = M.float()
    M /= M.sum(1, keepdim=True)
    return M
