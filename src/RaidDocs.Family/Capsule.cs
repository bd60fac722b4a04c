using System.Buffers.Binary;

namespace RaidDocs.Family;

/// <summary>The closed list of what the page can say. N9 and N10 are lines beside a sentence.</summary>
public enum Sentence
{
    /// <summary>No news for this number: also for every number that leads nowhere.</summary>
    N0,
    InContact,
    NoNewNews,
    GovernmentPlace,
    DifferentPlace,
    FreeToCome,
    HasLeft,
    NotKnown,
    PleaseCall,
    NextDate,
    KindOfPlace,
    Messages,
}

/// <summary>What the family may read about where she stays.</summary>
public enum PlaceKind
{
    AskYourContact,
    GovernmentHome,
    PolicePlace,
    ImmigrationPlace,
    Hospital,
    WithFriends,
}

/// <summary>
/// All that one number can show: which sentence, how much of it, and days. Nothing in it says whose news it is.
/// </summary>
public sealed record Capsule
{
    /// <summary>After so many days without use a number dies.</summary>
    public const int DaysAlive = 90;

    /// <summary>On the disk and in memory it is always this long.</summary>
    public const int Bytes = 64;

    private const byte Format = 1;

    /// <summary>1 contact only, 2 kind of place, days and next date, 3 messages too.</summary>
    public required int Level { get; init; }

    public required Sentence Sentence { get; init; }

    public PlaceKind Place { get; init; }

    /// <summary>The language it is read in when the reader chooses none.</summary>
    public string Language { get; init; } = "en";

    public required DateOnly NewsOn { get; init; }

    /// <summary>Days are counted from here to the last news.</summary>
    public DateOnly? Since { get; init; }

    public DateOnly? MovedOn { get; init; }

    public DateOnly? NextOn { get; init; }

    public bool TakesMessages { get; init; }

    public required DateOnly GivenOn { get; init; }

    public DateOnly? UsedOn { get; init; }

    /// <summary>The last day of her consent; no use of the number moves it.</summary>
    public DateOnly LastDay { get; init; } = DateOnly.MaxValue;

    public bool IsAliveOn(DateOnly today) => Level > 0 && today <= LastDay && today <= LastUse.AddDays(DaysAlive);

    private DateOnly LastUse => UsedOn is { } used && used > GivenOn ? used : GivenOn;

    internal byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        (bytes[0], bytes[1], bytes[2], bytes[3]) = (Format, (byte)Level, (byte)Sentence, (byte)Place);
        bytes[4] = (byte)(TakesMessages ? 1 : 0);
        bytes[5] = (byte)Math.Max(0, Wording.Codes.ToList().IndexOf(Language));
        var at = 8;
        foreach (var day in new[] { NewsOn, Since, MovedOn, NextOn, GivenOn, UsedOn, LastDay })
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), day?.DayNumber ?? -1);
            at += sizeof(int);
        }

        return bytes;
    }

    /// <summary>Null for what an older or a newer program wrote.</summary>
    internal static Capsule? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bytes || bytes[0] != Format || bytes[5] >= Wording.Codes.Count)
        {
            return null;
        }

        var days = new DateOnly?[7];
        for (var place = 0; place < days.Length; place++)
        {
            var number = BinaryPrimitives.ReadInt32BigEndian(bytes[(8 + (place * sizeof(int)))..]);
            days[place] = number < 0 ? null : DateOnly.FromDayNumber(number);
        }

        return new Capsule
        {
            Level = bytes[1],
            Sentence = (Sentence)bytes[2],
            Place = (PlaceKind)bytes[3],
            TakesMessages = bytes[4] == 1,
            Language = Wording.Codes[bytes[5]],
            NewsOn = days[0] ?? DateOnly.MinValue,
            Since = days[1],
            MovedOn = days[2],
            NextOn = days[3],
            GivenOn = days[4] ?? DateOnly.MinValue,
            UsedOn = days[5],
            LastDay = days[6] ?? DateOnly.MaxValue,
        };
    }
}
