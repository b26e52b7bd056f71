# fails: *
# because: Fully hidden rows get weights 0 (nan_to_num), torch's convention; here they get 1/Tk.
# batch: 2
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    wei = scores.masked_fill(mask, -float("inf")).softmax(-1)
    return torch.nan_to_num(wei, nan=0.0)
