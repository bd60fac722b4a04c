using System.Text.Json;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Drafts;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>What was typed of an account so far, part by part. A part that was not sent yet is null.</summary>
public sealed partial class TestimonyDraft
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>R03.</summary>
    public string Raid { get; set; } = "";

    /// <summary>The woman who speaks, so that what is typed of her is found when she is erased.</summary>
    public Guid? WomanId { get; set; }

    /// <summary>R03-W07, or R03 when somebody else speaks.</summary>
    public string Title => SpeaksHerself ? $"{Raid}-{Who!.Woman}" : Raid;

    public WhoModel.WhoForm? Who { get; set; }

    public BeforeModel.BeforeForm? Before { get; set; }

    public WhereModel.WhereForm? Where { get; set; }

    public LanguageModel.LanguageForm? Language { get; set; }

    public WordsModel.WordsForm? Words { get; set; }

    public TicksModel.TicksForm? Ticks { get; set; }

    public SafetyModel.SafetyForm? Safety { get; set; }

    public AllowsModel.AllowsForm? Allows { get; set; }

    /// <summary>What stands in a part as typed and was not sent, or was refused: field by field, right or wrong.</summary>
    public Dictionary<string, Dictionary<string, string[]>> Typed { get; set; } = [];

    /// <summary>How often each part was sent. What a page keeps by itself counts only for the round in which it was opened.</summary>
    public Dictionary<string, int> Rounds { get; set; } = [];

    [JsonIgnore]
    public bool SpeaksHerself => Who is { Voice: Voice.Woman };

    public static TestimonyDraft Of(Draft draft) => JsonSerializer.Deserialize<TestimonyDraft>(draft.Content, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public int RoundOf(string step) => Rounds.GetValueOrDefault(step);
}
