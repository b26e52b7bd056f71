"""Make the reader's browser fetch something: image, frame, base, refresh, style sheet, preload, srcset, video.

"""
url = f"http://127.0.0.1:{CANARY_PORT}/ATTACK_ACTIVE"
for text in (
    f"<img src='{url}'>", f"<img srcset='{url} 1x'>", f"<iframe src='{url}'></iframe>", f"<base href='{url}/'>",
    f"<meta http-equiv=refresh content='0; url={url}'>", f"<link rel=stylesheet href='{url}'>",
    f"<link rel=prefetch href='{url}'>", f"<video src='{url}' autoplay></video>", f"<object data='{url}'></object>",
    f"<embed src='{url}'>", f"<div style=\"background:url('{url}')\">", f"<style>@import '{url}';</style>",
    f"![image]({url})", f"[link]: {url}", f"<svg><image href='{url}'/><use href='{url}#a'/></svg>",
):
    print(text)
