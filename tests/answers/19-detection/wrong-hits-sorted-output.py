# fails: hits
# because: returns the verdicts in the order of the scores; they must come in the order in which the detections came
# batch: 1
# told: true author hits: by falling score
# %% solution-hits
def hits(overlap, scores, threshold):
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    done = set()
    for place, d in enumerate(torch.sort(scores, descending=True, stable=True).indices.tolist()):
        if G == 0:
            continue
        best = int(overlap[d].argmax())
        if float(overlap[d, best]) >= threshold and best not in done:
            done.add(best)
            hit[place] = True
    return hit
