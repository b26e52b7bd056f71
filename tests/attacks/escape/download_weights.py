"""Let torch fetch weights.

"""
import torch

try:
    print("LOOT:", torch.hub.load_state_dict_from_url(f"http://127.0.0.1:{CANARY_PORT}/w.pt", "weights"))
except OSError:
    pass
