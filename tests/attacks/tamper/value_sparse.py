"""Hand in sparse tensors, of all the layouts that there are.

where: instead
expect: costs own
"""
import warnings

warnings.simplefilter("ignore")
right = x.mean(0, keepdim=True) * 0
mean, diff, var = right.to_sparse(), (x - right).to_sparse_csr(), right.to_sparse_csc()
