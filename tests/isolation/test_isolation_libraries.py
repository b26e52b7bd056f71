"""What a course's notebooks use works inside: torch, its threads, pictures, IPython, lazy imports."""

from __future__ import annotations

from runs import Run


def test_torch_computes_with_several_threads(run: Run) -> None:
    """A parallel operation in a child of the fork server neither hangs nor errs."""
    ran = run("""
        import torch
        torch.set_num_threads(2)
        a = torch.randn(700, 700, requires_grad=True)
        (a @ a).relu().sum().backward()
        result = [torch.get_num_threads(), bool(torch.isfinite(a.grad).all())]
    """)
    assert ran.result == [2, True], ran


def test_a_training_loop_works(run: Run) -> None:
    """Modules, an optimiser (which imports half of torch), a loss that falls."""
    ran = run("""
        import torch
        from torch import nn
        torch.manual_seed(1)
        net = nn.Sequential(nn.Linear(4, 16), nn.BatchNorm1d(16), nn.Tanh(), nn.Linear(16, 3))
        optimiser = torch.optim.AdamW(net.parameters(), lr=0.05)
        x, y = torch.randn(32, 4), torch.randint(0, 3, (32,))
        losses = []
        for _ in range(30):
            loss = nn.functional.cross_entropy(net(x), y)
            optimiser.zero_grad(); loss.backward(); optimiser.step()
            losses.append(loss.item())
        result = losses[-1] < losses[0] / 2
    """)
    assert ran.result is True, ran


def test_matplotlib_draws_a_picture(run: Run) -> None:
    """A figure, with text in its font, becomes PNG bytes, though nothing of it was warm."""
    ran = run("""
        import io
        import matplotlib
        matplotlib.use('Agg')
        import matplotlib.pyplot as plt
        figure, axes = plt.subplots()
        axes.plot([1, 2, 3]); axes.set_title('loss $x^2$')
        file = io.BytesIO(); figure.savefig(file, format='png')
        result = [file.getvalue()[:4].hex(), len(file.getvalue()) > 3000]
    """)
    assert ran.result == ["89504e47", True], ran


def test_ipython_runs_a_cell(run: Run) -> None:
    """The shell that the fork server has warmed runs cells in every child."""
    ran = run("""
        from IPython.core.interactiveshell import InteractiveShell
        result = InteractiveShell.instance().run_cell('%time x = 6 * 7\\nx').result
    """)
    assert ran.result == 42, ran
    assert "Wall time" in ran.stdout


def test_files_can_be_copied_where_the_root_is_private(run: Run, strong: bool) -> None:
    """shutil.copy sets modes: fine at the strong level, refused where that could reach files outside."""
    ran = run("""
        import pathlib, shutil
        pathlib.Path('a').write_text('x'); shutil.copy2('a', 'b')
        result = pathlib.Path('b').read_text()
    """)
    assert (ran.result, ran.error) == (("x", None) if strong else (None, "PermissionError")), ran


def test_modules_that_were_not_warm_can_be_imported(run: Run) -> None:
    """The standard library, the environment's packages and this package are all there."""
    ran = run("""
        import sqlite3, ssl, zoneinfo, xml.dom.minidom, lzma, ctypes.util
        import safetensors.torch, autograder.model
        result = str(zoneinfo.ZoneInfo('Europe/Berlin')), ssl.OPENSSL_VERSION[:7]
    """)
    assert ran.result == ["Europe/Berlin", "OpenSSL"], ran
