"""Display JavaScript, widgets, audio, video and other types that act.

"""
from IPython.display import Audio, Javascript, Video, display

display(Javascript("document.title='ATTACK_ACTIVE'"))
for make in (Video, Audio):
    try:
        display(make(url=f"http://127.0.0.1:{CANARY_PORT}/ATTACK_ACTIVE"))
    except OSError:  # it looks for a file of types
        pass
for kind in ("application/javascript", "application/vnd.jupyter.widget-view+json", "application/vnd.plotly.v1+json",
             "application/vnd.vegalite.v5+json", "application/pdf", "application/geo+json", "application/xhtml+xml"):
    display({kind: {"model_id": "ATTACK_ACTIVE", "$schema": "ATTACK_ACTIVE"}, "text/plain": "shown"}, raw=True)
