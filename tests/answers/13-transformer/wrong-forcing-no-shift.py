# fails: forcing: lab
# because: inp and lab are the same row, without the shift, so the decoder only has to repeat what it reads; lab is tgt[:, 1:].
# batch: 1
# told: true author forcing: not shifted
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp = tgt[:, :-1]
    lab = tgt[:, :-1].clone()
    return inp, lab
