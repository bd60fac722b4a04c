using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>What was typed of a raid so far, page by page. A page that was not sent yet is null.</summary>
public sealed class RaidDraft
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What the person who types it knows it by.</summary>
    public string? Title => string.IsNullOrWhiteSpace(Where?.VenueName) ? null : Where.VenueName.Trim();

    /// <summary>The page at which she goes on.</summary>
    public string Next { get; set; } = "";

    public IndexModel.WhenForm? When { get; set; }

    public WhereModel.WhereForm? Where { get; set; }

    public WhoModel.WhoForm? Who { get; set; }

    public ManyModel.ManyForm? Many { get; set; }

    public NowModel.NowForm? Now { get; set; }

    public ComingModel.ComingForm? Coming { get; set; }

    public static RaidDraft Of(Draft draft) => JsonSerializer.Deserialize<RaidDraft>(draft.Content, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The answers as the log takes them. Each page checked its own before it was kept.</summary>
    internal FirstHour ToFirstHour(ReferenceLists lists)
    {
        var state = new ModelStateDictionary();
        var coming = Coming?.On.Read(state, "", "the date");
        return new()
        {
            Raid = Facts(lists, When?.When.ReadMoment(state, "", "the date")),
            Women = Many?.Women,
            Under18 = Many?.Under18,
            Under18By = Many?.Under18By ?? Voice.Team,
            GotAway = Many?.GotAway,
            Others = Many?.Others,
            Now = HeldAt(),
            Coming = coming is null ? null : new(coming, Coming!.Topic, Text(Coming.What) ?? "A date was announced"),
        };
    }

    private RaidFacts Facts(ReferenceLists lists, PartialDateTime? when)
    {
        var venue = Text(Where?.VenueName);
        string[] known = [lists.Words(ListName.VenueKinds, Where?.VenueKind), lists.Words(ListName.Provinces, Where?.Province)];
        var place = string.Join(", ", known.Where(word => word.Length > 0));
        return new()
        {
            Name = venue ?? (place.Length > 0 ? place : "Place not known"),
            When = when,
            VenueName = venue,
            VenueKind = Where?.VenueKind,
            Province = Where?.Province,
            Place = Text(Where?.Place),
            Agencies = Who?.Agencies ?? [],
            AgenciesNote = Text(Who?.Note),
        };
    }

    private HeldAt? HeldAt() => Now?.Kind switch
    {
        null => null,
        NowModel.NotKnown => new(null, null, Texts.Text("Where she was taken is not known")),
        NowModel.Several => new(null, null, Texts.Text("They were taken to more than one place")),
        var kind => new(kind, Text(Now.Name)),
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : PlainText.Kept(typed).Trim();
}
