using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Round;

/// <summary>
/// Writes a round down: stays end and begin, and one line of the chronology says who told it. A stay keeps the voice it
/// began with, so without that line nobody would know who told of its end.
/// </summary>
internal sealed class RoundRecord(RaidDocsDbContext db, Texts texts)
{
    public async Task RecordAsync(Guid raidId, RoundForm form, Round round, Source? source, CancellationToken cancellationToken)
    {
        var day = PartialDateTime.Of(round.On);
        var ids = round.Women.Select(woman => woman.StayId).ToHashSet();
        var open = await db.Stays.Where(stay => stay.RaidId == raidId && stay.Facts.To == null).ToListAsync(cancellationToken);
        var place = form.Update == News.Moved ? await PlaceAsync(form, cancellationToken) : null;
        foreach (var stay in open.Where(stay => ids.Contains(stay.Id)))
        {
            if (form.Ending is { } ending)
            {
                stay.End(day, ending);
            }

            if (form.Update == News.Moved)
            {
                db.Stays.Add(new Stay(raidId, stay.WomanId, place, new StayFacts
                {
                    Voice = form.Voice!.Value,
                    ToldOn = round.ToldOn,
                    Reliability = form.Reliability,
                    At = form.At.Kept(),
                    Note = form.Note.Kept(),
                    From = PartialDateTime.Of(round.ArrivedOn!),
                    PaperSeen = form.PaperSeen,
                }, source));
            }
        }

        var hers = round.Women.Select(woman => woman.WomanId).ToHashSet();
        var women = await db.Apprehensions.Where(row => row.RaidId == raidId).Select(row => row.Woman).ToListAsync(cancellationToken);
        var line = new ChronologyFacts
        {
            Voice = form.Voice!.Value,
            ToldOn = round.ToldOn,
            Reliability = form.Reliability,
            At = form.At.Kept(),
            Note = form.Note.Kept(),
            When = day,
            What = What(form, round),
            Topic = Topic.Custody,
        };
        db.Chronology.Add(new ChronologyEntry(raidId, line, source is null ? [] : [source], women.Where(woman => hers.Contains(woman.Id)))
        {
            Id = form.Number,
        });
    }

    private async Task<Facility?> PlaceAsync(RoundForm form, CancellationToken cancellationToken)
    {
        if (form.Place == RoundForm.NotKnownWhere)
        {
            return null;
        }

        if (form.Place != RoundForm.NewPlace)
        {
            return await db.Facilities.SingleAsync(place => place.Code == form.Place, cancellationToken);
        }

        var used = await db.Facilities.Select(place => place.Code).ToListAsync(cancellationToken);
        var place = new Facility(Codes.Next("F", used), new FacilityFacts { Name = PlainText.Name(form.NewName!), Kind = form.NewKind! });
        db.Facilities.Add(place);
        return place;
    }

    private string What(RoundForm form, Round round)
    {
        var what = form.Update switch
        {
            News.StillThere => texts["Still there."],
            News.Moved when form.Place == RoundForm.NotKnownWhere => texts["Moved. The place is not known."],
            News.Moved => texts["Moved to {0}.", round.Place],
            News.Released => texts["Released."],
            News.SentAcross => texts["Sent across the border."],
            News.Deported => texts["Deported, formal order seen."],
            _ => texts["Where she is now is not known."],
        };
        return form.PaperSeen == Answer.NotAsked ? what : $"{what} {texts["Paper seen: {0}.", form.PaperSeen]}";
    }
}
