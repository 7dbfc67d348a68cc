# 主题：诊断。
gk2301 = 没有叫“{ $name }”的主题{ $guess ->
    [yes] ；是不是“{ $near }”
   *[no] {""}
}。
    .title = 主题不存在
    .help = 可用的主题：{ $known }。
    .explain = 主题是 themes 文件夹里的一个文件夹；default 和 kiosk 随程序自带，不用自己建。名称写在 content/site.yaml 的“主题”里，或者写在别的主题的“继承”里。
gk2302 = 主题互相继承，成了一圈：{ $way }。
    .title = 主题循环继承
    .help = 改“继承”这一行；一路继承下去，最后要到 default。
    .explain = 每个主题都是在另一个主题上改动而成，最底下是 default。转成一圈就没有底了。
gk2303 = 主题里没有“{ $name }”这样的文件夹{ $guess ->
    [yes] ；是不是“{ $near }”
   *[no] {""}
}。
    .title = 主题里多出的文件夹
    .help = 主题里可以有：{ $known }，还有 theme.yaml。
    .explain = 放错文件夹的文件不会起作用：templates 放模板，locales 放文字，styles 放追加的样式，assets 放原样发布的文件。
gk2304 = 模板“{ $name }”没有改动任何模板，也没有别的模板用它{ $guess ->
    [yes] ；是不是“{ $near }”
   *[no] {""}
}。
    .title = 没有用到的模板
    .help = 要改哪个模板，文件名就和它一样；新的组件要写在有 component 的文件里。
    .explain = 主题里的模板按文件名替换下层的同名模板。名字写错，页面就不会变。各模板的名称和能用的内容见 themes/CONTEXTS.md。
gk2305 = 样式“{ $name }”没有可以追加的对象{ $guess ->
    [yes] ；是不是“{ $near }”
   *[no] {""}
}。
    .title = 没有这个样式文件
    .help = 可以追加的样式：{ $known }。整个换掉的样式放在 assets 里。
    .explain = styles 里的文件接在下层同名样式的后面，只写要改的几条就够了。
gk2306 = 没有样式用到变量“{ $name }”{ $guess ->
    [yes] ；是不是“{ $near }”
   *[no] {""}
}。
    .title = 没有用到的样式变量
    .help = 样式里用到的变量：{ $known }。
    .explain = theme.yaml 的“样式变量”给样式里的 var(--名称) 赋值。没有样式用到的变量不起作用，多半是名称写错。
gk2307 = 样式变量“{ $name }”的值不能这样写：{ $value }。
    .title = 样式变量的值不对
    .help = 只写一个值，比如 "#A61C1C"、1.2rem；不能有分号、大括号、url()。
    .explain = 变量的值会原样放进样式。夹带别的规则，或者从别的网站取东西，都会破坏页面，也会泄露谁在看。
gk2308 = 没有模板用到设置“{ $name }”{ $guess ->
    [yes] ；是不是“{ $near }”
   *[no] {""}
}。
    .title = 没有用到的设置
    .help = { $known ->
        [none] 这个主题没有设置。
       *[other] 模板用到的设置：{ $known }。
    }
    .explain = theme.yaml 的“设置”在模板里写作 theme.settings.名称。没有模板用到的设置不起作用，多半是名称写错。
gk2309 = 没有地方用到文字“{ $name }”；是不是“{ $near }”。
    .title = 文字的名称不对
    .help = 要改哪一句，名称就和下层的一样。
    .explain = 主题的文字按名称替换下层的文字。名称差一点，页面上的字就不会变。
gk2310 = 文字文件写法有误：{ $what }。
    .title = 文字文件读不懂
    .help = 每句写作“名称 = 文字”，多行要缩进；同一个名称在一个主题里只写一次。
    .explain = 文字文件用 Fluent 格式（.ftl）。这里引用了读取程序的原话。
gk2311 = 模板写法有误：{ $what }。
    .title = 模板读不懂
    .help = 看看括号、引号和 endif、endfor、endblock 是否成对。
    .explain = 模板用 Tera 的写法。这里引用了模板引擎的原话。
gk2312 = { $kind ->
    [filter] 没有叫“{ $name }”的过滤器
    [test] 没有叫“{ $name }”的判断
    [function] 没有叫“{ $name }”的函数
    [component] 没有叫“{ $name }”的组件
    [template] 没有叫“{ $name }”的模板
    [block] 下层模板里没有叫“{ $name }”的区块
    [twice] 组件“{ $name }”在一个主题里写了两次
   *[other] “{ $name }”不存在
}{ $near ->
    [none] {""}
   *[other] ；是不是“{ $near }”
}。
    .title = 模板里的名称不存在
    .help = 改正名称。接着某个主题的模板往下写，用 default/record.html 这样的名称。
    .explain = 模板只能用主题里有的模板、组件、区块，和程序提供的过滤器、函数。各模板能用的内容见 themes/CONTEXTS.md。
gk2313 = 模板互相套用，成了一圈：{ $way }。
    .title = 模板循环套用
    .help = 接着下层的同名模板往下写，要写明是哪个主题的：extends "default/record.html"。
    .explain = 不带主题名的名称，指最上层的那个模板，也就是自己，于是成了一圈。
gk2314 = 页面 { $page }{ $others ->
    [0] {""}
   *[other] （和另外 { $others } 页）
}做不出来{ $owner ->
    [none] {""}
   *[other] ，内容来自 { $owner }
}：{ $what }。
    .title = 模板做不出页面
    .help = 对照 themes/CONTEXTS.md 里这个模板能用的内容，改正这一处。
    .explain = 模板在做这一页时出错，比如用了页面没有的内容。可能没有的内容先用 if 判断。这里引用了模板引擎的原话；出错时原来的页面保持不变。
gk2315 = 主题缺少模板“{ $name }”，页面 { $page } 要用它。
    .title = 主题缺少模板
    .help = 补上这个模板，或者写“继承: default”。
    .explain = 每种页面都要有模板。继承 default 的主题不会缺。
