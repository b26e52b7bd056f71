# fails: kl
# because: takes the mean over the numbers of a code; they add up
# batch: 1
# told: true author kl: mean over the code
# %% solution-kl
def kl(mu, logvar):
    return 0.5 * (mu**2 + logvar.exp() - 1 - logvar).mean(1)
