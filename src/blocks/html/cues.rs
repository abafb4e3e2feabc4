//! What the class and id words of an element say about it.
//!
//! Takes attribute values, gives a [`Cues`] set. Words are looked up whole (`ad` is not in
//! `header`), alone and joined with the word before (`article-body`, `articleBody`).

/// A set of hints, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues(pub(crate) u32);

impl Cues {
    /// The element says it holds the article's text.
    pub(crate) const BODY: Self = Self(1);
    /// Words that often, but not always, stand on the article.
    pub(crate) const ARTICLE: Self = Self(1 << 1);
    /// Readers' comments and the form for them.
    pub(crate) const COMMENT: Self = Self(1 << 2);
    /// Links to other articles.
    pub(crate) const RELATED: Self = Self(1 << 3);
    /// A column beside the article.
    pub(crate) const SIDEBAR: Self = Self(1 << 4);
    /// Buttons to share.
    pub(crate) const SHARE: Self = Self(1 << 5);
    /// Newsletters and subscriptions.
    pub(crate) const NEWSLETTER: Self = Self(1 << 6);
    /// Advertisements.
    pub(crate) const AD: Self = Self(1 << 7);
    /// Menus.
    pub(crate) const NAV: Self = Self(1 << 8);
    /// The page's foot.
    pub(crate) const FOOTER: Self = Self(1 << 9);
    /// The page's head.
    pub(crate) const HEADER: Self = Self(1 << 10);
    /// Author and date.
    pub(crate) const META: Self = Self(1 << 11);
    /// Text of a picture.
    pub(crate) const CAPTION: Self = Self(1 << 12);
    /// Keywords and categories.
    pub(crate) const TAGS: Self = Self(1 << 13);
    /// A few words about the author.
    pub(crate) const AUTHOR_BOX: Self = Self(1 << 14);
    /// Cookie notices and pop-ups.
    pub(crate) const MODAL: Self = Self(1 << 15);
    /// Search, log-in, polls.
    pub(crate) const FORM: Self = Self(1 << 16);
    /// Players and galleries.
    pub(crate) const MEDIA: Self = Self(1 << 17);
    /// For screen readers alone.
    pub(crate) const HIDDEN: Self = Self(1 << 18);
    /// The line or two under the headline.
    pub(crate) const STANDFIRST: Self = Self(1 << 19);
    /// The headline.
    pub(crate) const TITLE: Self = Self(1 << 20);
    /// A message of a social network inside the article.
    pub(crate) const EMBED: Self = Self(1 << 21);
    /// A piece of furniture of no particular kind.
    pub(crate) const WIDGET: Self = Self(1 << 22);
    /// The element is an `<article>` or says it is one.
    pub(crate) const MAIN: Self = Self(1 << 23);

    /// Both sets together.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets share a hint.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// This set less the other.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// How many hints there are, at most.
    pub(crate) const BITS: usize = 32;

    /// The set with one hint.
    pub(crate) const fn of_bit(bit: usize) -> Self {
        Self(1 << bit)
    }

    /// The numbers of the hints in the set.
    pub(crate) fn bits(self) -> impl Iterator<Item = usize> {
        (0..Self::BITS).filter(move |&bit| self.any(Self::of_bit(bit)))
    }

    /// The hints both sets have.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// Longest word that the tables hold.
const LONGEST_WORD: usize = 24;

/// Adds what the words of one attribute value say.
pub(crate) fn read(value: &[u8], cues: &mut Cues) {
    let mut buffer = [0u8; 2 * LONGEST_WORD];
    // buffer[..previous] is the word before, buffer[previous..length] the one being read.
    let (mut previous, mut length) = (0, 0);
    let mut last = b' ';
    let mut close =
        |buffer: &mut [u8; 2 * LONGEST_WORD], previous: &mut usize, length: &mut usize| {
            if *length > *previous {
                let word = *length - *previous;
                cues.0 |= word_cues(&buffer[*previous..*length]).0;
                if *previous > 0 {
                    cues.0 |= pair_cues(&buffer[..*length]).0;
                }
                buffer.copy_within(*previous..*length, 0);
                *previous = word;
                *length = word;
            }
        };
    for &byte in value {
        if !byte.is_ascii_alphabetic() {
            close(&mut buffer, &mut previous, &mut length);
            if byte.is_ascii_whitespace() {
                (previous, length) = (0, 0);
            }
        } else {
            if byte.is_ascii_uppercase() && last.is_ascii_lowercase() {
                close(&mut buffer, &mut previous, &mut length);
            }
            if length - previous == LONGEST_WORD {
                // Longer than anything known: forget it and what follows is a word of its own.
                (previous, length) = (0, 0);
            }
            buffer[length] = byte.to_ascii_lowercase();
            length += 1;
        }
        last = byte;
    }
    close(&mut buffer, &mut previous, &mut length);
}

fn word_cues(word: &[u8]) -> Cues {
    match word {
        b"comment" | b"comments" | b"disqus" | b"respond" | b"replies" | b"commentlist"
        | b"livefyre" | b"viafoura" | b"coral" | b"kommentare" | b"commentaires" | b"commenti"
        | b"komentarze" | b"reacties" | b"kommentar" | b"commento" | b"commentaire"
        | b"comentarios" | b"reviews" => Cues::COMMENT,
        b"related" | b"recommended" | b"recommendation" | b"recommendations" | b"recommend"
        | b"trending" | b"popular" | b"teaser" | b"teasers" | b"outbrain" | b"taboola"
        | b"zergnet" | b"suggested" | b"recirc" | b"recirculation" | b"revcontent"
        | b"readnext" | b"readmore" | b"mostread" | b"mostpopular" | b"upnext" | b"seealso"
        | b"relatedposts" | b"jp-relatedposts" | b"yarpp" | b"crosslink" | b"crosslinks"
        | b"topstories" | b"recent" | b"relacionadas" | b"relacionados" | b"morestories"
        | b"linkbox" | b"teaserbox" | b"correlati" | b"verwandte" => Cues::RELATED,
        b"sidebar" | b"rail" | b"rightrail" | b"rightcol" | b"complementary" | b"rightbar"
        | b"sidecol" | b"sidenav" => Cues::SIDEBAR,
        b"share" | b"sharing" | b"social" | b"addthis" | b"sharethis" | b"sharedaddy"
        | b"shares" | b"sharebar" | b"sharetools" | b"addtoany" | b"shareaholic" | b"socials"
        | b"sharebuttons" | b"follow" | b"followus" | b"heateor" | b"teilen" | b"partage"
        | b"partager" | b"compartir" => Cues::SHARE,
        b"newsletter" | b"newsletters" | b"subscribe" | b"subscription" | b"signup" | b"optin"
        | b"mailchimp" | b"mailmunch" | b"donate" | b"donation" => Cues::NEWSLETTER,
        b"ad" | b"ads" | b"advert" | b"advertisement" | b"advertising" | b"adsense"
        | b"sponsor" | b"sponsored" | b"adsbygoogle" | b"dfp" | b"adslot" | b"adunit"
        | b"adbox" | b"promoted" | b"adverts" | b"advertorial" | b"sponsors" | b"adcontainer"
        | b"adwrapper" | b"werbung" | b"anzeige" | b"publicite" | b"publicidad" | b"reklama" => {
            Cues::AD
        }
        b"nav" | b"navigation" | b"navbar" | b"menu" | b"submenu" | b"breadcrumb"
        | b"breadcrumbs" | b"pagination" | b"pager" | b"topbar" | b"subnav" | b"sitemap"
        | b"skiplink" | b"megamenu" | b"toolbar" | b"menubar" | b"crumbs" | b"topnav" | b"toc" => {
            Cues::NAV
        }
        b"footer" | b"copyright" | b"colophon" | b"foot" | b"contentinfo" | b"printfooter" => {
            Cues::FOOTER
        }
        b"header" | b"masthead" | b"banner" | b"sitehead" => Cues::HEADER,
        b"byline" | b"author" | b"authors" | b"date" | b"timestamp" | b"pubdate" | b"postmeta"
        | b"postmetadata" | b"postprofile" | b"userinfo" | b"entrymeta" | b"dateline"
        | b"datetime" | b"published" | b"meta" | b"metadata" | b"autor" | b"datum" | b"fecha"
        | b"updated" | b"infos" | b"datepublished" | b"datemodified" | b"signature" | b"writer" => {
            Cues::META
        }
        b"caption" | b"captions" | b"figcaption" | b"photocredit" | b"credit" | b"credits"
        | b"imagecaption" | b"copyrightholder" => Cues::CAPTION,
        b"tags" | b"taglist" | b"tag" | b"topics" | b"keywords" | b"categories" | b"tagcloud"
        | b"labels" | b"cattegories" | b"hashtags" => Cues::TAGS,
        b"authorbio" | b"authorbox" | b"bio" | b"biography" | b"authorinfo" => Cues::AUTHOR_BOX,
        b"cookie" | b"cookies" | b"gdpr" | b"consent" | b"modal" | b"popup" | b"overlay"
        | b"lightbox" | b"tooltip" | b"toast" | b"offcanvas" | b"dialog" | b"popover"
        | b"notification" | b"interstitial" | b"alertdialog" | b"dropdown" | b"ccpa" => Cues::MODAL,
        b"login" | b"signin" | b"register" | b"search" | b"searchform" | b"poll" | b"quiz"
        | b"rating" | b"ratings" | b"captcha" | b"survey" | b"feedback" => Cues::FORM,
        b"gallery" | b"slideshow" | b"carousel" | b"videoplayer" | b"playlist" | b"slider"
        | b"jwplayer" | b"brightcove" | b"thumbnails" | b"swiper" => Cues::MEDIA,
        b"visuallyhidden" | b"sronly" | b"screenreader" | b"offscreen" | b"noprint" => Cues::HIDDEN,
        b"standfirst" | b"dek" | b"deck" | b"subheadline" | b"subtitle" | b"strapline" => {
            Cues::STANDFIRST
        }
        b"headline" | b"entrytitle" => Cues::TITLE,
        b"tweet" | b"instagram" => Cues::EMBED,
        b"widget" | b"widgets" | b"promo" | b"promos" | b"infobox" | b"factbox" | b"callout"
        | b"cta" | b"hotline" | b"disclaimer" | b"disclosure" | b"print" | b"ticker" => {
            Cues::WIDGET
        }
        b"articlebody" | b"storybody" | b"bodytext" | b"bodycopy" | b"articletext"
        | b"storytext" | b"articlecontent" | b"entrycontent" | b"postcontent" | b"postbody"
        | b"storycontent" | b"articlecopy" | b"fulltext" | b"newsbody" | b"newstext" => Cues::BODY,
        b"article" | b"story" | b"post" | b"entry" | b"content" | b"main" | b"hentry" | b"body"
        | b"text" | b"page" | b"blog" | b"artikel" | b"articulo" | b"articolo" | b"newsitem" => {
            Cues::ARTICLE
        }
        _ => Cues(0),
    }
}

/// Two words that mean something together only.
fn pair_cues(pair: &[u8]) -> Cues {
    match pair {
        b"articlebody" | b"storybody" | b"bodytext" | b"bodycopy" | b"articletext"
        | b"storytext" | b"articlecontent" | b"entrycontent" | b"postcontent" | b"postbody"
        | b"storycontent" | b"articlecopy" | b"fulltext" | b"newsbody" | b"newstext"
        | b"posttext" | b"entrybody" | b"entrytext" | b"blogcontent" | b"blogbody"
        | b"contentbody" | b"bodycontent" | b"newscontent" | b"articledetail" | b"pagecontent" => {
            Cues::BODY
        }
        b"mostread" | b"mostpopular" | b"readmore" | b"readnext" | b"morestories" | b"morenews"
        | b"morefrom" | b"moreon" | b"upnext" | b"readalso" | b"seealso" | b"alsoread"
        | b"youmay" | b"topstories" | b"latestnews" | b"lateststories" | b"recentposts"
        | b"mostviewed" | b"nextarticle" | b"nextpost" | b"otherstories" | b"othernews"
        | b"morearticles" | b"relatedlinks" | b"storylist" | b"articlelist" | b"postlist"
        | b"newslist" | b"internallink" | b"furtherreading" => Cues::RELATED,
        b"rightcolumn" | b"rightcol" | b"rightrail" | b"sidebar" | b"leftcol" | b"leftcolumn"
        | b"secondarycolumn" => Cues::SIDEBAR,
        b"authorbio" | b"authorbox" | b"aboutauthor" | b"aboutthe" | b"authorinfo"
        | b"authorprofile" | b"postauthor" | b"authordescription" | b"authorsbio" => {
            Cues::AUTHOR_BOX
        }
        b"wpcaption" | b"photocredit" | b"imagecredit" | b"imagecaption" | b"photocaption"
        | b"mediacaption" | b"piccaption" => Cues::CAPTION,
        b"signup" | b"optin" | b"mailinglist" | b"emailsignup" | b"callto" => Cues::NEWSLETTER,
        b"sronly" | b"visuallyhidden" | b"screenreader" => Cues::HIDDEN,
        b"entrytitle" | b"posttitle" | b"articletitle" | b"pagetitle" | b"storytitle"
        | b"articleheadline" | b"storyheadline" | b"newstitle" => Cues::TITLE,
        b"subheadline" | b"subtitle" | b"articlesummary" | b"articlelead" | b"storysummary" => {
            Cues::STANDFIRST
        }
        b"wpblock" | b"wppolls" => Cues(0),
        b"factbox" | b"infobox" | b"sitesub" => Cues::WIDGET,
        b"videoplayer" | b"audioplayer" | b"mediaplayer" | b"playerwrapper"
        | b"playercontainer" => Cues::MEDIA,
        b"userinfo" => Cues::META,
        b"twittertweet" | b"instagrammedia" => Cues::EMBED,
        b"taglist" | b"tagcloud" | b"posttags" | b"entrytags" | b"articletags" | b"postedin"
        | b"tagslinks" | b"catlinks" | b"entryutility" => Cues::TAGS,
        _ => Cues(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for (value, expected) in [
            ("article-body", Cues::BODY.with(Cues::ARTICLE)),
            ("articleBody__text", Cues::BODY.with(Cues::ARTICLE)),
            ("site-header", Cues::HEADER),
            ("shareBar", Cues::SHARE),
            ("threaded shadow", Cues(0)),
            ("most-read", Cues::RELATED),
            ("most read", Cues(0)),
            ("averyveryverylongwordthatnobodywroteinanytable-share", Cues::SHARE),
        ] {
            let mut cues = Cues::default();
            read(value.as_bytes(), &mut cues);
            assert_eq!(cues, expected, "{value}");
        }
    }
}
