# Uyghur: only what a reader of the language has checked. Every other message is said in Chinese until it stands here,
# under the same id as in ../zh-CN. The name is the one of the Unicode CLDR.
language-name = ئۇيغۇرچە
