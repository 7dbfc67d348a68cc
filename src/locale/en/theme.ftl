# Themes: diagnostics.
gk2301 = there is no theme called “{ $name }”{ $guess ->
    [yes] ; did you mean “{ $near }”?
   *[no] {""}
}
    .title = no such theme
    .help = themes that can be used: { $known }
    .explain = A theme is a folder below themes/; default and kiosk travel inside the program. Its name stands under 主题 in content/site.yaml, or under 继承 of another theme.
gk2302 = themes inherit each other in a circle: { $way }
    .title = themes in a circle
    .help = change 继承; the way must end at default
    .explain = Every theme changes another one, and default lies under all of them. A circle has no ground.
gk2303 = themes have no folder “{ $name }”{ $guess ->
    [yes] ; did you mean “{ $near }”?
   *[no] {""}
}
    .title = a folder that themes do not have
    .help = a theme may hold { $known } and theme.yaml
    .explain = A file in the wrong folder does nothing: templates/ holds templates, locales/ words, styles/ additions to style sheets, assets/ files that are published as they are.
gk2304 = template “{ $name }” changes no other and is used by none{ $guess ->
    [yes] ; did you mean “{ $near }”?
   *[no] {""}
}
    .title = a template that nothing uses
    .help = to change a template give the file its name; new components go into a file that holds a component
    .explain = A template takes the place of the inherited one of the same name. Under another name it changes no page. themes/CONTEXTS.md lists the templates and what each gets.
gk2305 = there is no style sheet to which “{ $name }” could be added{ $guess ->
    [yes] ; did you mean “{ $near }”?
   *[no] {""}
}
    .title = no such style sheet
    .help = sheets that can be added to: { $known }; a sheet that replaces one goes into assets/
    .explain = A file in styles/ is added at the end of the inherited sheet of that name, so that it need only hold what is different.
gk2306 = no style sheet uses the variable “{ $name }”{ $guess ->
    [yes] ; did you mean “{ $near }”?
   *[no] {""}
}
    .title = a style variable that nothing uses
    .help = variables that are used: { $known }
    .explain = 样式变量 in theme.yaml gives var(--name) in style sheets its value. A variable that no sheet uses does nothing; most likely its name is misspelt.
gk2307 = the style variable “{ $name }” cannot have this value: { $value }
    .title = a bad value of a style variable
    .help = write one value, such as "#A61C1C" or 1.2rem, without semicolons, braces or url()
    .explain = The value goes into the style sheet as it is. Further rules in it, or things fetched from elsewhere, would break pages and tell others who reads them.
gk2308 = no template asks for the setting “{ $name }”{ $guess ->
    [yes] ; did you mean “{ $near }”?
   *[no] {""}
}
    .title = a setting that nothing uses
    .help = { $known ->
        [none] this theme has no settings
       *[other] settings that templates ask for: { $known }
    }
    .explain = 设置 in theme.yaml is theme.settings.<name> in templates. A setting that no template asks for does nothing; most likely its name is misspelt.
gk2309 = nothing uses the words “{ $name }”; did you mean “{ $near }”?
    .title = words under a wrong name
    .help = to change a sentence give it the name it has in the inherited theme
    .explain = The words of a theme take the place of inherited ones of the same name. Under a slightly different name they change no page.
gk2310 = the file of words cannot be read: { $what }
    .title = words that cannot be read
    .help = write “name = words”, indent further lines, and use a name once in a theme
    .explain = Words stand in Fluent files (.ftl). The sentence quotes the reader of that format.
gk2311 = the template cannot be read: { $what }
    .title = a template that cannot be read
    .help = see whether braces, quotation marks, endif, endfor and endblock come in pairs
    .explain = Templates are written as Tera reads them. The sentence quotes the template engine.
gk2312 = { $kind ->
    [filter] there is no filter “{ $name }”
    [test] there is no test “{ $name }”
    [function] there is no function “{ $name }”
    [component] there is no component “{ $name }”
    [template] there is no template “{ $name }”
    [block] no inherited template has a block “{ $name }”
    [twice] the component “{ $name }” stands twice in one theme
   *[other] there is no “{ $name }”
}{ $near ->
    [none] {""}
   *[other] ; did you mean “{ $near }”?
}
    .title = a name that leads nowhere
    .help = mend the name; to go on from a template of one theme write default/record.html
    .explain = A template can use the templates, components and blocks of its theme, and the filters and functions of the program. themes/CONTEXTS.md lists what each template gets.
gk2313 = templates go on from each other in a circle: { $way }
    .title = templates in a circle
    .help = to go on from the inherited template of the same name, say whose: extends "default/record.html"
    .explain = A name without a theme means the topmost template of that name, which is the template itself.
gk2314 = page { $page }{ $others ->
    [0] {""}
   *[other] {" "}(and { $others } more)
} cannot be made{ $owner ->
    [none] {""}
   *[other] {" "}from { $owner }
}: { $what }
    .title = a template that fails on a page
    .help = compare with what themes/CONTEXTS.md says this template gets, and mend this place
    .explain = The template failed while this page was made, for example because it asks for something that the page does not have. What may be missing is asked for within if. The sentence quotes the template engine; the pages that were there stay as they are.
gk2315 = the theme has no template “{ $name }”, which page { $page } needs
    .title = a template that is missing
    .help = add the template, or write 继承: default
    .explain = Every sort of page needs its template. A theme that inherits default lacks none.
