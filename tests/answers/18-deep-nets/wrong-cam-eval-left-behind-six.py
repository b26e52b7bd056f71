# because: switches features and head to eval mode and leaves them there: the networks are changed (and answer otherwise than in the modes in which they were given)
# batch: 6
# told: true author cam: another mode left behind
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    for net in (features, head):
        if isinstance(net, nn.Module):
            net.eval()
    with torch.no_grad():
        A = features(x)
    A.requires_grad_()
    score = head(A).gather(1, k.unsqueeze(1)).sum()
    grad = torch.autograd.grad(score, A)[0]
    alpha = grad.mean(dim=(2, 3), keepdim=True)
    return torch.relu((alpha * A.detach()).sum(dim=1))
