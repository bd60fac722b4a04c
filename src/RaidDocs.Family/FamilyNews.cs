namespace RaidDocs.Family;

/// <summary>What a reader is told: a sentence and the lines beside it, in no language yet.</summary>
public sealed record FamilyNews
{
    /// <summary>So old may news be before the page says that there is none.</summary>
    public const int FreshDays = 30;

    /// <summary>So long a new place is called a different one.</summary>
    public const int MovedDays = 14;

    public static FamilyNews None { get; } = new();

    /// <summary>More can stand on no page; all others are made as long.</summary>
    internal static FamilyNews Longest { get; } = new()
    {
        Sentence = Sentence.NoNewNews,
        NewsOn = new DateOnly(2026, 11, 18),
        Days = 1000,
        Place = PlaceKind.ImmigrationPlace,
        NextOn = new DateOnly(2026, 11, 18),
        TakesMessages = true,
    };

    public Sentence Sentence { get; init; }

    /// <summary>Null: the reader's own.</summary>
    public string? Language { get; init; }

    /// <summary>The day of the last news; null where the sentence stands alone.</summary>
    public DateOnly? NewsOn { get; init; }

    public int? Days { get; init; }

    public PlaceKind? Place { get; init; }

    public DateOnly? NextOn { get; init; }

    public bool TakesMessages { get; init; }

    /// <summary>No capsule, and one that is over, say the same.</summary>
    public static FamilyNews Of(Capsule? capsule, DateOnly today)
    {
        if (capsule is null || !capsule.IsAliveOn(today))
        {
            return None;
        }

        var sentence = Said(capsule, today);

        // Painful news is told by a voice: nothing stands beside it.
        if (sentence is Sentence.PleaseCall or Sentence.N0)
        {
            return new FamilyNews { Sentence = sentence, Language = capsule.Language };
        }

        var tellsPlace = capsule is { Level: >= 2, Sentence: Sentence.GovernmentPlace };
        return new FamilyNews
        {
            Sentence = sentence,
            Language = capsule.Language,
            NewsOn = capsule.NewsOn,
            Days = tellsPlace && capsule.Since is { } since && since <= capsule.NewsOn ? capsule.NewsOn.DayNumber - since.DayNumber : null,
            Place = tellsPlace ? capsule.Place : null,
            NextOn = capsule.Level >= 2 && capsule.NextOn >= today ? capsule.NextOn : null,
            TakesMessages = capsule.Level >= 3 && capsule.TakesMessages,
        };
    }

    private static Sentence Said(Capsule capsule, DateOnly today)
    {
        var sentence = capsule.Sentence;
        if (sentence is Sentence.PleaseCall or Sentence.NotKnown)
        {
            return sentence;
        }

        if (sentence == Sentence.HasLeft)
        {
            return capsule.Level >= 2 ? sentence : Sentence.PleaseCall;
        }

        if (today.DayNumber - capsule.NewsOn.DayNumber > FreshDays)
        {
            return Sentence.NoNewNews;
        }

        return sentence switch
        {
            _ when capsule.Level < 2 => Sentence.InContact,
            Sentence.GovernmentPlace when capsule.MovedOn is { } moved && today.DayNumber - moved.DayNumber is >= 0 and < MovedDays => Sentence.DifferentPlace,
            Sentence.InContact or Sentence.GovernmentPlace or Sentence.FreeToCome => sentence,
            _ => Sentence.PleaseCall,
        };
    }
}
