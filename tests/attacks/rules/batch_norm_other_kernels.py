"""Call the newer kernels that batch norm stands on, each of them.

cell: solution-bn-train
where: before
expect: costs own
says: This is the layer you build here
"""
import torch

done = 0
for name in ("_native_batch_norm_legit.no_stats", "_native_batch_norm_legit_functional", "batch_norm", "_batch_norm_impl_index",
             "_batch_norm_with_update", "native_group_norm", "native_layer_norm", "instance_norm"):
    family, _, overload = name.partition(".")
    operator = getattr(getattr(torch.ops.aten, family), overload or "default")
    filled = []
    for one in operator._schema.arguments:
        kind = str(one.type)
        filled.append(
            torch.ones(4, 3, dtype=torch.float64) if one.name == "input" else
            3 if kind == "int" and one.name == "C" else
            4 if one.name == "N" else
            1 if kind == "int" else
            [3] if kind == "List[int]" else
            torch.ones(3, dtype=torch.float64) if kind in ("Tensor", "Optional[Tensor]") else
            0.1 if kind == "float" else True)
    try:
        operator(*filled)
        done += 1
    except ImportError as refused:
        last = refused
print(done, "kernels answered")
if not done:
    raise last
