# because: lab is inp rolled by one, so its last column is <s> come round from the front instead of the last column of tgt
# batch: 6
# told: true author forcing: input rolled
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp = tgt[:, :-1]
    lab = torch.roll(inp, shifts=-1, dims=1)
    return inp, lab
