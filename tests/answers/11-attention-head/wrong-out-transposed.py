# fails: out
# because: wei was transposed, so each value is handed out by the answering position instead of collected by the asking one.
# batch: 2
# %% solution-out
out = wei.transpose(1, 2) @ v
