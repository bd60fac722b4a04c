using System.Text.RegularExpressions;
using RaidDocs.Family;

namespace RaidDocs.Web.Tests.Family;

/// <summary>The closed list of sentences, in every language.</summary>
public sealed class WordingTests
{
    private static readonly Sentence[] Told =
        [Sentence.N0, Sentence.InContact, Sentence.NoNewNews, Sentence.GovernmentPlace, Sentence.DifferentPlace, Sentence.FreeToCome, Sentence.HasLeft, Sentence.NotKnown, Sentence.PleaseCall, Sentence.Messages];

    // Names of the trade, of what happened and of who did it; the police only as a kind of place.
    private static readonly string[] Forbidden =
    [
        "raid", "rescue", "arrest", "court", "judge", "law", "case", "crime", "charge", "traffick", "victim", "sex", "work", "prostitut", "bar", "massage", "brothel", "hiv", "prison", "jail", "detain", "shelter", "illegal", "organisation", "foundation",
        "บุก", "จับ", "ศาล", "คดี", "ค้ามนุษย์", "ค้าประเวณี", "โสเภณี", "เหยื่อ", "คุก", "ทนาย", "มูลนิธิ", "องค์กร", "ขายบริการ",
        "တရားရုံး", "အမှု", "ဖမ်း", "လူကုန်ကူး", "ပြည့်တန်ဆာ", "အကျဉ်းထောင်", "ထောင်ထဲ", "အဖွဲ့အစည်း", "ရှေ့နေ",
        "လုမ်းတြႃး", "ၵေႃႉၼွင်", "ၶွၵ်ႈ",
        "ສານ", "ຄະດີ", "ຈັບ", "ຄ້າມະນຸດ", "ໂສເພນີ", "ຄຸກ", "ອົງການ",
        "តុលាការ", "ចាប់ខ្លួន", "ជួញដូរ", "ពេស្យា", "គុក", "អង្គការ", "មេធាវី",
    ];

    public static TheoryData<string> Languages => [.. Wording.Codes];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_every_sentence_and_every_word_of_the_page(string language)
    {
        var (words, master) = (Wording.Of(language), Wording.Of("en"));

        Assert.Equal(language, words.Code);
        Assert.All(Told, sentence => Assert.True(words.Has(sentence)));
        Assert.Equal(master.Everything.Count, words.Everything.Count);
        Assert.DoesNotContain(words.Everything, string.IsNullOrWhiteSpace);
        Assert.Contains("17", words.Date(new DateOnly(2026, 11, 17)), StringComparison.Ordinal);
        Assert.DoesNotContain("{", words.Date(new DateOnly(2026, 11, 17)), StringComparison.Ordinal);
        Assert.Contains("612", words.With("Days", 612), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_word_of_the_page_tells_what_happened(string language)
    {
        foreach (var text in Wording.Of(language).Everything)
        {
            var found = Forbidden.Where(word => word[0] < 128
                ? Regex.IsMatch(text, $@"\b{word}", RegexOptions.IgnoreCase)
                : text.Contains(word, StringComparison.Ordinal));
            Assert.Empty(found);
        }
    }

    [Fact]
    public void Only_the_master_is_offered_until_somebody_has_read_or_switched_on_another()
    {
        Assert.Equal(["en"], new PageSettings().Offered);
        Assert.Equal(["en", "my", "shn"], new PageSettings { SwitchedOn = ["shn", "my", "xx"] }.Offered);
        Assert.All(Wording.Codes.Skip(1), code => Assert.False(Wording.Of(code).IsReviewed));
    }

    [Theory]
    [InlineData("မြန်မာ", "မြန်|မာ")]
    [InlineData("နံပါတ်", "နံ|ပါတ်")]
    [InlineData("ဗုဒ္ဓဟူးနေ့", "ဗုဒ္ဓ|ဟူး|နေ့")]
    [InlineData("ဝၼ်းဢင်းၵၢၼ်း", "ဝၼ်း|ဢင်း|ၵၢၼ်း")]
    [InlineData("မၼ်းၼၢင်းယူႇ", "မၼ်း|ၼၢင်း|ယူႇ")]
    [InlineData("She is", "She is")]
    [InlineData("ไทย", "ไทย")]
    public void Burmese_and_Shan_may_break_between_syllables_and_nowhere_else(string text, string syllables)
    {
        Assert.Equal(syllables, string.Join('|', Syllables.Split(text)));
        Assert.Equal(text, Syllables.Html(text).Replace("<wbr>", "", StringComparison.Ordinal));
    }
}
