using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Disclosure;

/// <summary>The gate for one testimony as a statement for court.</summary>
public static class DisclosingStatements
{
    /// <summary>Null when there is no such testimony that this viewer may read.</summary>
    /// <param name="db">The store.</param>
    /// <param name="testimonyId">Which.</param>
    /// <param name="chosen">Passages with a mark that are to stand in it all the same. Those not for disclosure never do.</param>
    /// <param name="today">Local day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<StatementAnswer?> DiscloseStatementAsync(
        this RaidDocsDbContext db, Guid testimonyId, IReadOnlyCollection<int> chosen, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.ReadableTestimonies(today).AsNoTracking().Include(row => row.Passages).SingleOrDefaultAsync(row => row.Id == testimonyId, cancellationToken) is not { } told)
        {
            return null;
        }

        if (told.WomanId is not { } her)
        {
            return new(null, NobodyToAsk: true, null);
        }

        // First how things stand: an answer that comes in between is noticed when it is recorded.
        var asOf = await db.AnswersAsOfAsync(told.RaidId, cancellationToken);
        var records = await db.Consents.AsNoTracking()
            .Where(row => row.RaidId == told.RaidId && row.WomanId == her && (row.TestimonyId == null || row.TestimonyId == told.Id))
            .OrderBy(row => row.RecordedAt)
            .Select(row => row.Facts)
            .ToListAsync(cancellationToken);
        foreach (var purpose in NeededConsent.For(Surface.Bundle, Audience.Court).Order())
        {
            if (records.StateOf(purpose, today) is not ConsentState.Yes and var state)
            {
                return new(new(purpose, state), NobodyToAsk: false, null);
            }
        }

        var court = records.Last(record => record.Purpose == Purpose.Court);
        var number = await db.Apprehensions.Where(row => row.RaidId == told.RaidId && row.WomanId == her).Select(row => row.Number).SingleAsync(cancellationToken);
        var speaker = court is { IdentityForm: IdentityForm.ChosenName, ChosenName: { } name } ? name : Women.WomanCode.In(number);
        var kept = told.Words.Where(passage => !passage.Facts.NotForDisclosure && (!(passage.Facts.IdentifiesHer || passage.Facts.SexualDetail) || chosen.Contains(passage.Number))).ToList();
        var open = (await db.OpenReadBacksAsync(told.RaidId, cancellationToken)).Where(one => one.Testimony == told.Code && kept.Exists(passage => passage.Number == one.Number));
        return new(null, NobodyToAsk: false, new DisclosedStatement(told, her, speaker, asOf).With(
            [.. kept.Select(passage => new CourtParagraph(passage.Number, passage.Facts.Text, passage.Facts.Language ?? told.Facts.Language, passage.Facts.Translation, passage.Facts.TranslationLanguage))],
            told.Words.Except(kept), await NamesAsync(db, told.RaidId, her, court, cancellationToken), told, speaker, open));
    }

    /// <summary>A locked statement for one more print. Its words stay, but what was marked not for disclosure since stops it.</summary>
    /// <exception cref="DomainRuleException">A passage of it is not for disclosure any more.</exception>
    public static async Task<DisclosedStatement> AsLockedAsync(
        this RaidDocsDbContext db, DisclosedStatement now, CourtStatement locked, CancellationToken cancellationToken)
    {
        var told = await db.Testimonies.AsNoTracking().Include(row => row.Passages).SingleAsync(row => row.Id == locked.TestimonyId, cancellationToken);
        var (words, never) = (locked.Words(), told.Words.Where(passage => passage.Facts.NotForDisclosure).ToList());
        if (never.Exists(passage => words.Any(one => one.Text == passage.Facts.Text)))
        {
            throw new DomainRuleException($"A passage of it is marked not for disclosure since. Make a new statement");
        }

        return now.With(words, never, now.Withheld.Where(one => one.Kind == WithheldKind.Name), told, locked.Speaker, []);
    }

    /// <summary>Keeps the statement as it is worded now. The same form sent twice locks one.</summary>
    public static Task<CourtStatement> LockStatementAsync(
        this RaidDocsDbContext db, DisclosedStatement disclosed, Guid id, CourtWording wording, CancellationToken cancellationToken) =>
        db.InOneWriteAsync(
            async () =>
            {
                if (await db.Statements.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } already)
                {
                    return already;
                }

                await db.RefuseChangedAsync(disclosed, cancellationToken);
                var last = await db.Statements.Where(row => row.TestimonyId == disclosed.TestimonyId).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;
                var statement = new CourtStatement(
                    disclosed.RaidId, disclosed.WomanId, disclosed.TestimonyId, last + 1, disclosed.Revision, disclosed.Speaker, disclosed.Language,
                    disclosed.Paragraphs, wording, db.Viewer.UserId)
                { Id = id };
                db.Statements.Add(statement);
                db.NoteAct("lock", ExportKind.Statement, id.ToString("D"), disclosed.RaidId);
                await db.SaveChangesAsync(cancellationToken);
                return statement;
            },
            cancellationToken);

    /// <summary>Writes down that it left, in the last moment before anybody has it; if an answer or a mark changed, nothing leaves.</summary>
    /// <exception cref="DomainRuleException">An answer changed meanwhile.</exception>
    public static Task<Export> RecordStatementAsync(this RaidDocsDbContext db, DisclosedStatement disclosed, byte[] file, CancellationToken cancellationToken) =>
        db.InOneWriteAsync(
            async () =>
            {
                await db.RefuseChangedAsync(disclosed, cancellationToken);
                var export = new Export(
                    disclosed.RaidId, ExportKind.Statement, Audience.Court, null, null, db.Viewer.UserId, Convert.ToHexStringLower(SHA256.HashData(file)), file.Length);
                db.Exports.Add(export);
                db.ExportedParts.Add(new ExportedPart(
                    export.Id, disclosed.RaidId, disclosed.WomanId, disclosed.TestimonyId,
                    string.Join(' ', disclosed.Paragraphs.Select(one => one.Passage.ToString(CultureInfo.InvariantCulture)))));
                db.NoteAct("export", ExportKind.Statement, export.Id.ToString("D"), disclosed.RaidId, nameof(Audience.Court));
                await db.SaveChangesAsync(cancellationToken);
                return export;
            },
            cancellationToken);

    private static async Task RefuseChangedAsync(this RaidDocsDbContext db, DisclosedStatement disclosed, CancellationToken cancellationToken)
    {
        if (await db.AnswersAsOfAsync(disclosed.RaidId, cancellationToken) != disclosed.AsOf)
        {
            throw new DomainRuleException($"A woman changed her answer, or her words changed, while this was made. Nothing was kept. Make it again");
        }
    }

    // Every woman of the raid; her own where she did not choose to stand by it. A name that she chose for print is hers to be printed.
    private static async Task<IReadOnlyList<WithheldText>> NamesAsync(RaidDocsDbContext db, Guid raidId, Guid her, ConsentFacts court, CancellationToken cancellationToken)
    {
        var women = await db.Apprehensions.AsNoTracking().Where(row => row.RaidId == raidId).Select(row => new { row.WomanId, row.Number }).ToListAsync(cancellationToken);
        var numbers = women.ToDictionary(row => row.WomanId, row => row.Number);
        var names = await db.WomanNames.AsNoTracking().Where(row => numbers.Keys.Contains(row.WomanId)).ToListAsync(cancellationToken);
        var chosen = court.IdentityForm == IdentityForm.ChosenName ? court.ChosenName : null;
        return
        [
            .. names.Where(name => name.WomanId != her || court.IdentityForm != IdentityForm.OwnName)
                .SelectMany(name => LeakSearch.NameParts(name.Facts.Text).Select(part => new WithheldText($"names of {Women.WomanCode.In(numbers[name.WomanId])}", part, WithheldKind.Name)))
                .Where(name => chosen is null || SearchText.Fold(name.Text).Trim() != SearchText.Fold(chosen).Trim()),
        ];
    }
}
