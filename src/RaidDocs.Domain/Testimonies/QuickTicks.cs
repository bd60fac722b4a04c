using System.ComponentModel.DataAnnotations.Schema;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Testimonies;

/// <summary>The quick answers after her account. They say where to look when it is coded; they code nothing.</summary>
[ComplexType]
public record QuickTicks
{
    public Answer ToldWhy { get; init; }

    public Answer AskedAge { get; init; }

    /// <summary>Body, bones or teeth, to say how old she is.</summary>
    public Answer AgeTest { get; init; }

    public Answer TestUnasked { get; init; }

    public Answer PhoneTaken { get; init; }

    public Answer CouldCallFamily { get; init; }

    public Answer CouldLeave { get; init; }

    public Answer SignedPaper { get; init; }

    public Answer CouldReadPaper { get; init; }

    public Answer PaidAnything { get; init; }

    public Answer ThingsTaken { get; init; }

    /// <summary>Keys of the acts (V01, ...) that whoever codes her account looks for first.</summary>
    public IReadOnlyList<string> ActsToLookFor() =>
    [
        .. new (bool Is, string Act)[]
        {
            (CouldLeave == Answer.No, "V02"),
            (ToldWhy == Answer.No, "V03"),
            (SignedPaper == Answer.Yes && CouldReadPaper is Answer.No or Answer.Partly, "V04"),
            (TestUnasked == Answer.Yes, "V08"),
            (AgeTest == Answer.Yes, "V09"),
            (PhoneTaken == Answer.Yes || ThingsTaken == Answer.Yes, "V13"),
            (PaidAnything == Answer.Yes, "V14"),
            (CouldCallFamily == Answer.No, "V16"),
        }.Where(look => look.Is).Select(look => look.Act),
    ];
}
