//! Why a block was kept or removed: a code for programs, a sentence for people.

/// Why a block was kept or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Running text inside the article.
    Article,
    /// Short, but between paragraphs of the article.
    Context,
    /// The article's title.
    Headline,
    /// Who wrote it.
    Byline,
    /// Place and day on a line of their own.
    Dateline,
    /// Heads a section of the article.
    Heading,
    /// An item of a list in the article.
    List,
    /// A quotation set apart in the article.
    Quote,
    /// Belongs to a picture in the article.
    Caption,
    /// Found in the data the page gives to search engines.
    PageData,
    /// Menus and page numbers.
    Navigation,
    /// Nearly all of it is links.
    Links,
    /// Points to other articles.
    Related,
    /// Share buttons and counts.
    Share,
    /// Advertising.
    Advertisement,
    /// Newsletter, subscription or donation.
    Newsletter,
    /// The form for readers' comments.
    CommentForm,
    /// Readers' comments.
    Comments,
    /// Cookie notices and pop-ups.
    Notice,
    /// A chat window.
    Chat,
    /// Copyright and terms.
    Copyright,
    /// Keywords and categories.
    Tags,
    /// About the author.
    AuthorBox,
    /// When it was published.
    Timestamp,
    /// Who took the picture.
    Credit,
    /// Who helped to report or edit.
    Desk,
    /// Invites corrections and tips.
    Contact,
    /// Players and galleries.
    Media,
    /// Buttons, fields and choices.
    Form,
    /// Not shown on the page.
    Hidden,
    /// The name of the site or section after a headline or above it.
    SectionLabel,
    /// A number by itself.
    Counter,
    /// Says again what another block says.
    Repeated,
    /// In a column beside the article.
    Sidebar,
    /// Before or after the article.
    Outside,
    /// Short and belonging to nothing.
    Fragment,
    /// The reader said so.
    Reader,
}

impl Reason {
    /// Every reason, in the order of its numbers on the page.
    pub const ALL: [Reason; 37] = [
        Reason::Article,
        Reason::Context,
        Reason::Headline,
        Reason::Byline,
        Reason::Dateline,
        Reason::Heading,
        Reason::List,
        Reason::Quote,
        Reason::Caption,
        Reason::PageData,
        Reason::Navigation,
        Reason::Links,
        Reason::Related,
        Reason::Share,
        Reason::Advertisement,
        Reason::Newsletter,
        Reason::CommentForm,
        Reason::Comments,
        Reason::Notice,
        Reason::Chat,
        Reason::Copyright,
        Reason::Tags,
        Reason::AuthorBox,
        Reason::Timestamp,
        Reason::Credit,
        Reason::Desk,
        Reason::Contact,
        Reason::Media,
        Reason::Form,
        Reason::Hidden,
        Reason::SectionLabel,
        Reason::Counter,
        Reason::Repeated,
        Reason::Sidebar,
        Reason::Outside,
        Reason::Fragment,
        Reason::Reader,
    ];

    /// The code as it stands in the document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// The sentence a reader sees.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Article => ("article", "Running text of the article"),
            Self::Context => ("context", "Short, but stands between paragraphs of the article"),
            Self::Headline => ("headline", "The article's headline"),
            Self::Byline => ("byline", "Says who wrote the article"),
            Self::Dateline => ("dateline", "Says where and when the article was written"),
            Self::Heading => ("heading", "Heads a section of the article"),
            Self::List => ("list", "Part of a list in the article"),
            Self::Quote => ("quote", "A quotation set apart in the article"),
            Self::Caption => ("caption", "Describes a picture in the article"),
            Self::PageData => ("page-data", "The page gives this text to search engines"),
            Self::Navigation => ("navigation", "A menu or page navigation"),
            Self::Links => ("links", "Nearly all of it is links"),
            Self::Related => ("related", "Points to other articles"),
            Self::Share => ("share", "Share buttons or counts"),
            Self::Advertisement => ("advertisement", "Advertising"),
            Self::Newsletter => ("newsletter", "Asks to subscribe, register or donate"),
            Self::CommentForm => ("comment-form", "The form for readers' comments"),
            Self::Comments => ("comments", "Readers' comments"),
            Self::Notice => ("notice", "A cookie notice or pop-up"),
            Self::Chat => ("chat", "A chat window"),
            Self::Copyright => ("copyright", "Copyright or terms of use"),
            Self::Tags => ("tags", "Keywords or categories"),
            Self::AuthorBox => ("author-box", "A few words about the author or publisher"),
            Self::Timestamp => ("timestamp", "Says when the article was published"),
            Self::Credit => ("credit", "Says who made the picture"),
            Self::Desk => ("desk", "Says who helped to report or edit"),
            Self::Contact => ("contact", "Invites tips, corrections or letters"),
            Self::Media => ("media", "Belongs to a player or gallery"),
            Self::Form => ("form", "A button, field or choice"),
            Self::Hidden => ("hidden", "Not shown on the page"),
            Self::SectionLabel => ("section-label", "The name of the site or section"),
            Self::Counter => ("counter", "A number by itself, such as a count of shares"),
            Self::Repeated => ("repeated", "Says again what another part says"),
            Self::Sidebar => ("sidebar", "Stands in a column beside the article"),
            Self::Outside => ("outside", "Stands before or after the article"),
            Self::Fragment => ("fragment", "Short text that belongs to nothing around it"),
            Self::Reader => ("reader", "The reader decided so"),
        }
    }
}
