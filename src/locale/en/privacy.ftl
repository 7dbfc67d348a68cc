# Private numbers: identity numbers, cards, telephones, masks, photographs. Never shows one in full.
gk2001 = { $place ->
    [part] in "{ $part }" there is
   *[none] here is
} an identity number ({ $text }), which must not be published
    .title = identity number
    .help = delete it, no disclosure needs it; in records and tables `gongkai check --fix-privacy` masks it; in Excel, Word and PDF delete it in the original, save that anew and attach it again
    .explain = An identity number that was on the web once cannot be called back; public prosecutors have had many villages correct such disclosures. This is told only where the check sign and the day of birth are right; digits parted by blanks, hyphens or signs without width, and full-width ones, are recognised. The number of 残疾人证 is the identity number with two digits behind it. A black box in a PDF and hidden rows, columns and sheets hide nothing. Where it is something else, write 隐私豁免 into the record: the last four signs and the reason, which the page shows.
gk2002 = { $place ->
    [part] in "{ $part }" there is what looks like
   *[none] this looks like
} an identity number with a slip ({ $text }), which must not be published
    .title = identity number with a slip
    .help = delete it; where it is something else, write its true name before it instead of 身份证
    .explain = Words such as 身份证 stand before it, but the check sign or the length is wrong. With one wrong digit the true number is still easily guessed.
gk2003 = { $place ->
    [part] in "{ $part }" there is
   *[none] here is
} an identity number of 15 digits ({ $text }), which must not be published
    .title = old identity number
    .help = delete it; in records and tables `gongkai check --fix-privacy` masks it
    .explain = Two digits for the century and a check sign make the present identity number of it.
gk2004 = { $place ->
    [part] in "{ $part }" there is
   *[none] here is
} the number of a bank card or 一卡通 ({ $text }), which must not be published
    .title = bank card
    .help = delete it; names as the catalogue asks for them, and amounts, are enough; in records and tables `gongkai check --fix-privacy` masks it
    .explain = Financial accounts are sensitive personal information. This is told where prefix and check digit are right and words such as 卡号 or 账号 stand beside it, or where it begins with 62 and has 16 or 19 digits.
gk2005 = { $place ->
    [part] in "{ $part }" there is
   *[none] here is
} a person's mobile number ({ $text }), which must not be published
    .title = private telephone
    .help = delete it and write the office telephone; in records and tables `gongkai check --fix-privacy` masks it
    .explain = A mobile number behind 手机, 电话 or 联系方式, in a column of that name, or beside a person's name is personal. Numbers written as 办公电话 or 监督电话 in community.yaml are public wherever they stand. Where the owner agreed, write 隐私豁免 into the record: the last four signs and the reason.
gk2006 = { $place ->
    [part] in "{ $part }" the mask
   *[none] the mask
} of { $what ->
    [identity] an identity number
    [card] a bank card
   *[phone] a mobile number
} leaves so much that it can be guessed
    .title = thin mask
    .help = of an identity number show no day of birth and eight signs at most, as 320***********1234; of a card the last four; hide four digits of a mobile number at least, as 138****5678; best delete it
    .explain = With region and day of birth only three or four signs are left to guess; with the first six and the last four the day of birth is easily learnt elsewhere.
gk2007 = two masks of one person's number ({ $text } and { $other }) show more together
    .title = two masks
    .help = use one mask everywhere, or delete the number
    .explain = One shows the beginning, the other the end; side by side they hide less. They are compared where the names are equal and what they show does not disagree; it may be two persons of one name.
gk2008 = { $place ->
    [part] in "{ $part }" a number
   *[none] this number
} ({ $text }) { $what ->
    [identity] may be an identity number
    [card] looks like a bank account
   *[phone] looks like a mobile number
}; please look
    .title = maybe private
    .help = delete it where it is a person's; else write before it what it is (编号, 合同号, 办公电话), or write 隐私豁免 into the record
    .explain = The digits alone do not tell: the number of a contract made of region, day and order looks like an identity number, and eleven digits without a word may be a mobile number or that of a meter. The account of an organization is not personal, but seldom needs to be published.
gk2009 = the file "{ $path }" { $why ->
    [locked] asks for a password and could not be looked through
    [large] is so large that only its beginning was looked through
    [damaged] is damaged and could not be looked through
    [inner-photo] holds a photograph that tells time, place or camera
   *[unknown] is of a form that cannot be looked through
}
    .title = file not looked through
    .help = { $why ->
        [inner-photo] save the photograph anew without these and put it into the document again
       *[other] attach an open PDF, Word, Excel or CSV file, or have somebody read every page before it is published
    }
    .explain = Attachments are published as they are. PDF, Word, Excel, OFD, the older forms of these, CSV, text and archives that hold them are looked through; what is locked, damaged or of another form only a person can read.
gk2010 = the file "{ $path }" holds only pictures, or words that cannot be taken out; somebody must look before it is published
    .title = scans need a person
    .help = look on every page for identity numbers, cards, telephones and addresses, and cover them before scanning
    .explain = The words of a scan are a picture, which the program does not read.
gk2011 = time, place and camera cannot be taken out of the photograph "{ $path }"
    .title = hidden data of a photograph
    .help = save it as JPEG or PNG with a viewer and attach it again
    .explain = Photographs of telephones tell where they were taken. It is taken out of JPEG, PNG, WebP and HEIC by itself; out of damaged ones and of TIFF it cannot be, so they are not published.
gk2012 = a waiver needs a reason of { $fewest } signs at least
    .title = waiver without a reason
    .help = say why it may be published and who agreed, such as “the duty telephone of the village; its owner agreed in writing”
    .explain = The law allows personal information to be published only with the separate consent of the person and in a few other cases. The page shows the reason, so that residents can check it.
gk2013 = the waiver for { $ending } waives nothing: there is no such number that would be stopped
    .title = idle waiver
    .help = delete it, or correct the signs
    .explain = A waiver names the last four signs of a number in this record, its tables and its files. When the number is gone the waiver must go too, or it would let another number pass.
gk2014 = the number ending in { $ending } is published as it is ({ $count } times), because: { $reason }
    .title = number published as it is
    .help = for the supervisory committee: is the reason true, is there proof that the person agreed
    .explain = The record has a waiver: the number is not masked, the page shows the reason, and reports list it.
