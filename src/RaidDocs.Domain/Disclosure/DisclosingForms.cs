using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Disclosure;

/// <summary>The gate for a form: first what the audience may have of the raid, then of it the chosen women whose answers allow this form.</summary>
public static class DisclosingForms
{
    public static Audience AudienceOf(FormKind kind) => kind == FormKind.Petition ? Audience.Court : Audience.Un;

    /// <summary>Null when there is no such raid for this viewer.</summary>
    /// <param name="db">The store.</param>
    /// <param name="raidCode">R03.</param>
    /// <param name="kind">Which form.</param>
    /// <param name="forWhom">The body or court by name.</param>
    /// <param name="chosen">The women who are to be in it; null for all whose answers allow it. Others never are.</param>
    /// <param name="today">Local day.</param>
    /// <param name="words">Of the document's language.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<DisclosedForm?> DiscloseFormAsync(
        this RaidDocsDbContext db, string raidCode, FormKind kind, string? forWhom, IReadOnlyCollection<string>? chosen, DateOnly today, GateWords words, CancellationToken cancellationToken)
    {
        if (await db.DiscloseAsync(raidCode, AudienceOf(kind), forWhom, today, words, cancellationToken) is not { } disclosed)
        {
            return null;
        }

        var women = await WomenAsync(db, disclosed, kind, cancellationToken);
        var codes = women.Where(woman => woman.MayBeIn && chosen?.Contains(woman.Code) != false).Select(woman => woman.Code).ToList();
        return new DisclosedForm(kind, disclosed.Only(codes, words.AWoman), women);
    }

    private static async Task<IReadOnlyList<FormWoman>> WomenAsync(RaidDocsDbContext db, Disclosed disclosed, FormKind kind, CancellationToken cancellationToken)
    {
        var women = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == disclosed.RaidId)
            .OrderBy(row => row.Number)
            .Select(row => new { row.Number, row.WomanId })
            .ToListAsync(cancellationToken);
        var letters = kind != FormKind.SpecialProcedures ? [] : await db.LetterAnswers.AsNoTracking()
            .Where(row => row.RaidId == disclosed.RaidId)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new { row.WomanId, row.Facts })
            .ToListAsync(cancellationToken);
        var purpose = kind == FormKind.Petition ? Purpose.Court : Purpose.Partner;
        var consents = await db.Consents.AsNoTracking()
            .Where(row => row.RaidId == disclosed.RaidId && row.TestimonyId == null && row.Facts.Purpose == purpose)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new { row.WomanId, row.Facts })
            .ToListAsync(cancellationToken);
        var missing = disclosed.LeftOut.Where(left => left.Kind == LeftOutKind.Woman).ToDictionary(left => left.Which, StringComparer.Ordinal);
        return
        [
            .. women.Select(woman =>
            {
                var code = WomanCode.In(woman.Number);
                var hers = letters.Where(row => row.WomanId == woman.WomanId).Select(row => row.Facts).ToList();
                var open = kind == FormKind.SpecialProcedures ? LetterAnswers.Needed.Where(question => hers.StateOf(question) != ConsentState.Yes).Cast<LetterQuestion?>().FirstOrDefault() : null;
                var newest = consents.LastOrDefault(row => row.WomanId == woman.WomanId && IsFor(row.Facts, disclosed.ForWhom))?.Facts;
                return new FormWoman(
                    code, missing.GetValueOrDefault(code), open, open is { } question ? hers.StateOf(question) : ConsentState.Yes,
                    kind == FormKind.SpecialProcedures ? Named(hers.NamedAs()) : Named(newest?.IdentityForm),
                    [.. Enum.GetValues<LetterQuestion>().Select(one => hers.FindLast(record => record.Question == one)).OfType<LetterAnswerFacts>()]);
            }),
        ];
    }

    private static bool IsFor(ConsentFacts record, string? forWhom) => record.Purpose != Purpose.Partner
        || (record.ForWhom is { } body && forWhom is not null && SearchText.Fold(body).Trim() == SearchText.Fold(forWhom).Trim());

    private static NameInForm Named(LetterReply? reply) => reply switch
    {
        LetterReply.FullName => NameInForm.FullName,
        LetterReply.Initials => NameInForm.Initials,
        LetterReply.CodeOnly => NameInForm.CodeOnly,
        _ => NameInForm.NotAsked,
    };

    private static NameInForm Named(IdentityForm? form) => form switch
    {
        IdentityForm.OwnName => NameInForm.FullName,
        IdentityForm.ChosenName => NameInForm.ChosenName,
        IdentityForm.NoName or IdentityForm.VoiceChanged => NameInForm.CodeOnly,
        _ => NameInForm.NotAsked,
    };
}
