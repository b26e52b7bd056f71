# fails: mc_dropout: mean
# because: Mean and std run over all predictions together; each example has its own, only the S draws are averaged.
# batch: 2
# told: none
# %% solution-mc
def mc_dropout(f, masks):
    answers = []
    for mask in masks:
        answers.append(f(mask))
    answers = torch.stack(answers)
    return answers.mean(), answers.std()
