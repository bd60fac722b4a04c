using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Women;
using RaidDocs.Family;
using RaidDocs.Web.Hosting.Family;

namespace RaidDocs.Web.CommandLine;

/// <summary>family issue, revoke, list: numbers of families, by whoever holds the key of the store.</summary>
internal static class FamilyVerbs
{
    public static Command Make()
    {
        var command = new Command("family", "Numbers for families, and what their page needs.");
        command.Subcommands.Add(Issue());
        command.Subcommands.Add(Revoke());
        command.Subcommands.Add(List());
        command.Subcommands.Add(FamilyPictureVerbs.Pictures());
        command.Subcommands.Add(FamilyPictureVerbs.Recording());
        return command;
    }

    private static Command Issue()
    {
        var options = new CommonOptions();
        var woman = new Option<string>("--woman") { Description = "Her code, like R03-W07.", Required = true };
        var relation = new Option<string>("--relation") { Description = "Who it is for: mother. Never a name.", Required = true };
        var level = new Option<int>("--level") { Description = "What she lets them know: 1 contact, 2 kind of place, days and next date, 3 messages too.", Required = true };
        var language = new Option<string>("--language") { Description = $"What they read: {string.Join(", ", Wording.Codes)}.", DefaultValueFactory = _ => "en" };
        var sentence = new Option<FamilySentence>("--sentence") { Description = "What the page says.", DefaultValueFactory = _ => FamilySentence.InContact };
        var command = new Command("issue", "A number for one contact. It is shown once.");
        options.AddTo(command);
        foreach (var option in new Option[] { woman, relation, level, language, sentence })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(level) is < 1 or > 3)
            {
                throw new StoreException("The level is 1, 2 or 3. Nothing was changed.");
            }

            await using var host = await OpenAsync(parsed, options, cancellationToken);
            var her = await FindAsync(host.Db, parsed.GetRequiredValue(woman), cancellationToken);
            var facts = new FamilyLinkFacts
            {
                Relation = parsed.GetRequiredValue(relation),
                Language = parsed.GetRequiredValue(language),
                Level = (FamilyLevel)parsed.GetValue(level),
                Sentence = parsed.GetValue(sentence),
                NewsOn = host.Today,
            };
            var given = await host.Services.GetRequiredService<FamilyNumbers>().GiveAsync(host.Db, her, facts, withAlarm: false, id: null, cancellationToken);
            await host.Db.SaveChangesAsync(cancellationToken);
            options.Print(
                parsed,
                new { number = given.Number, lastFour = given.Link.LastFour, until = given.Link.LastDay },
                [$"Number: {given.Number}", "It is not shown again. Read it to them or write it on a slip without any name."]);
            return Verbs.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var options = new CommonOptions();
        var woman = new Option<string>("--woman") { Description = "Her code, like R03-W07.", Required = true };
        var lastFour = new Option<string?>("--last-four") { Description = "The end of the number. Without it, all of hers." };
        var command = new Command("revoke", "From the next request on the page answers the number like any that does not exist.");
        options.AddTo(command);
        command.Options.Add(woman);
        command.Options.Add(lastFour);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OpenAsync(parsed, options, cancellationToken);
            var (raid, hers) = await FindAsync(host.Db, parsed.GetRequiredValue(woman), cancellationToken);
            var end = parsed.GetValue(lastFour);
            var links = await host.Db.FamilyLinks
                .Where(link => link.RaidId == raid && link.WomanId == hers && link.RevokedOn == null)
                .ToListAsync(cancellationToken);
            var meant = links.Where(link => end is null || link.LastFour == end).Select(link => link.Id).ToHashSet();
            var gone = links.Where(link => meant.Contains(link.Id) || (link.AlarmOfId is { } first && meant.Contains(first))).ToList();
            if (gone.Count == 0)
            {
                throw new StoreException("There is no such number. Nothing was changed.");
            }

            gone.ForEach(link => link.Revoke(host.Today));
            await host.Db.SaveChangesAsync(cancellationToken);
            options.Print(parsed, new { revoked = gone.Select(link => link.LastFour) }, [$"Revoked: {gone.Count}"]);
            return Verbs.Done;
        });
        return command;
    }

    private static Command List()
    {
        var options = new CommonOptions();
        var command = new Command("list", "Who has a number: code, relation, level, the last four digits. Never a whole number.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OpenAsync(parsed, options, cancellationToken);
            var book = host.Services.GetRequiredService<FamilyBook>();
            var links = await host.Db.FamilyLinks.AsNoTracking().Where(link => link.AlarmOfId == null).OrderBy(link => link.RecordedAt).ToListAsync(cancellationToken);
            var codes = (await host.Db.Apprehensions.AsNoTracking()
                    .Join(host.Db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new { row.WomanId, raid.Id, raid.Code, row.Number })
                    .ToListAsync(cancellationToken))
                .ToDictionary(row => (row.Id, row.WomanId), row => new WomanCode(row.Code, row.Number).ToString());
            var rows = links.Select(link => new
            {
                woman = codes.GetValueOrDefault((link.RaidId, link.WomanId), "-"),
                relation = link.Facts.Relation,
                level = (int)link.Facts.Level,
                language = link.Facts.Language,
                lastFour = link.LastFour,
                answers = book.Answers(link),
                lastUsed = link.UsedOn,
                until = link.LastDay,
                revoked = link.RevokedOn,
            }).ToList();
            options.Print(parsed, rows, rows.Select(row => FormattableString.Invariant(
                $"{row.woman}  {row.relation}  level {row.level}  {row.language}  ...{row.lastFour}  {(row.answers ? "answers" : "silent")}  last used {row.lastUsed?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "never"}")));
            return Verbs.Done;
        });
        return command;
    }

    private static async Task<CommandHost> OpenAsync(ParseResult parsed, CommonOptions options, CancellationToken cancellationToken)
    {
        var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
        await host.Services.GetRequiredService<FamilyBook>().SettleAsync(cancellationToken);
        return host;
    }

    private static async Task<(Guid Raid, Guid Woman)> FindAsync(RaidDocsDbContext db, string typed, CancellationToken cancellationToken)
    {
        if (WomanCode.Read(typed) is { } code)
        {
            var (raid, number) = (code.Raid, code.Number);
            var found = await db.Apprehensions.AsNoTracking()
                .Where(row => row.Number == number && db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid))
                .Select(row => new { row.RaidId, row.WomanId })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is not null)
            {
                return (found.RaidId, found.WomanId);
            }
        }

        throw new StoreException($"There is no woman {typed}. Nothing was changed.");
    }
}
