# fails: transplant
# because: takes every tensor with the same name, whatever its shape; a head of another number of classes must stay
# batch: 1
# told: true author transplant: shapes not compared
# %% solution-transplant
def transplant(source, target):
    return {k: (source[k] if k in source else v).clone() for k, v in target.items()}
