using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

/// <summary>Goes through the pages of an account as a leader does.</summary>
internal static class Telling
{
    private static readonly Purpose[] Purposes = Enum.GetValues<Purpose>();

    /// <summary>Begins an account and answers its address.</summary>
    public static async Task<string> BeginAsync(this HttpClient client, string about)
    {
        var begun = await (await client.OpenFormAsync($"/testimonies/new?{(about.Contains('-', StringComparison.Ordinal) ? "woman" : "raid")}={about}", "Begin")).PostAsync("Begin");
        return begun.Headers.Location!.OriginalString;
    }

    public static async Task<string> AgreeAsync(this HttpClient client, string account)
    {
        var sent = await (await client.OpenFormAsync($"{account}/before")).Choose("Does she want to talk?", "She agrees to talk").PostAsync("Continue");
        return sent.Headers.Location!.OriginalString;
    }

    public static async Task SpeakAsync(this HttpClient client, string account, string words, string translation = "")
    {
        await (await client.OpenFormAsync($"{account}/language")).Fill("In which language?", "Burmese").PostAsync("Continue");
        var form = (await client.OpenFormAsync($"{account}/words")).Fill("The words as they were said", words)
            .Fill("Translation", translation).Fill("Language of the translation", translation.Length > 0 ? "English" : "").Choose("Have you finished this part?", "Yes");
        Assert.Equal($"{account}/ticks", (await form.PostAsync("Continue")).Headers.Location!.OriginalString);
    }

    public static OpenForm Answer(this OpenForm form, string answer, params Purpose[] butYes)
    {
        for (var at = 0; at < Purposes.Length; at++)
        {
            form.Choose(Word(Purposes[at]), butYes.Contains(Purposes[at]) ? "yes" : answer);
        }

        return form.Fill("For which partner or body?", "Partner A").Fill("How was it given?", "Spoken");
    }

    /// <summary>All of it, from the first page to the last, and the address of the testimony.</summary>
    public static async Task<string> TellAsync(this HttpClient client, string woman, string words, string translation = "", string answer = "yes")
    {
        var account = await client.BeginAsync(woman);
        await client.AgreeAsync(account);
        await client.SpeakAsync(account, words, translation);
        await (await client.OpenFormAsync($"{account}/safety")).PostAsync("Continue");
        await (await client.OpenFormAsync($"{account}/allows")).Answer(answer).PostAsync("Continue");
        return (await (await client.OpenFormAsync($"{account}/check")).PostAsync("Finish and save")).Headers.Location!.OriginalString;
    }

    public static Task<List<Testimony>> TestimoniesAsync(this TestApp app, string raid) => app.DbAsync(db => db.Testimonies.AsNoTracking().Include(told => told.Passages)
        .Where(told => db.Raids.Any(one => one.Id == told.RaidId && one.Code == raid)).OrderBy(told => told.RecordedAt).ToListAsync());

    /// <summary>She answers for one purpose, about all she told.</summary>
    public static Task AllowAsync(this TestApp app, Testimony told, Purpose purpose, ConsentAnswer answer, bool officials = false, DateOnly? until = null) =>
        app.SaveAsync(new Consent(told.RaidId, told.WomanId!.Value, null, new() { Purpose = purpose, Answer = answer, OfficialsPresent = officials, ValidTo = until }));

    public static string State(this IParentNode hub, string part) =>
        hub.QuerySelectorAll(".tasks li").Single(row => row.FirstElementChild!.TextContent.Trim() == part).QuerySelector(".status")!.TextContent.Trim();

    private static string Word(Purpose purpose) => RaidDocs.Web.Infrastructure.Texts.Shared.Of(purpose);
}
