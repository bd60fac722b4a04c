namespace RaidDocs.Domain.Search;

/// <summary>What a reader is shown together. The number is part of the key of each row, so a group is one stretch of the index.</summary>
public enum SearchGroup
{
    Raids = 1,
    Women = 2,
    Names = 3,
    Testimonies = 4,
    Papers = 5,
    Dates = 6,
    Rights = 7,
    Places = 8,
}

/// <summary>What was found.</summary>
public enum SearchKind
{
    Raid,
    Woman,
    Name,
    Testimony,
    Source,
    CourtCase,
    Hearing,
    Line,
    Step,
    Violation,
    Facility,
    FacilityNote,
}

/// <summary>One thing that can be found, as folded text. It is made anew in the transaction that saves the thing, and goes with it.</summary>
public sealed class SearchRow
{
    private const int Stretch = 40;

    /// <summary>The later the row was written, the larger within its group.</summary>
    public long Row { get; init; }

    public SearchKind Kind { get; init; }

    public Guid ObjectId { get; init; }

    /// <summary>Null for a place, which belongs to no team.</summary>
    public Guid? RaidId { get; init; }

    public Guid? WomanId { get; init; }

    /// <summary>Set where her consent decides whether it may be found.</summary>
    public Guid? TestimonyId { get; init; }

    /// <summary>The first and last Western year of its dates.</summary>
    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    public string Text { get; init; } = "";

    public static SearchGroup GroupOf(SearchKind kind) => kind switch
    {
        SearchKind.Raid => SearchGroup.Raids,
        SearchKind.Woman => SearchGroup.Women,
        SearchKind.Name => SearchGroup.Names,
        SearchKind.Testimony => SearchGroup.Testimonies,
        SearchKind.Source => SearchGroup.Papers,
        SearchKind.Violation => SearchGroup.Rights,
        SearchKind.Facility or SearchKind.FacilityNote => SearchGroup.Places,
        _ => SearchGroup.Dates,
    };

    /// <summary>The group that has this key.</summary>
    internal static SearchGroup GroupOf(long key) => (SearchGroup)(key >> Stretch);

    /// <summary>The keys that a group can have.</summary>
    internal static (long First, long Last) KeysOf(SearchGroup group) => ((long)group << Stretch, (((long)group + 1) << Stretch) - 1);
}
