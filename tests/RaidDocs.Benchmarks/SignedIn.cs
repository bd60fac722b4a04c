using System.Net;
using System.Text.RegularExpressions;

namespace RaidDocs.Benchmarks;

/// <summary>A client as a browser is one: with the cookies of a real sign-in, and forms with their hidden fields.</summary>
internal static partial class SignedIn
{
    public const string Name = "nok";
    public const string Passphrase = "one two three four five";
    public const string Code = "000000";

    public static async Task<HttpClient> AtAsync(string address)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        await SendAsync("/account/sign-in", new() { ["Form.Name"] = Name, ["Form.Passphrase"] = Passphrase });
        await SendAsync("/account/code", new() { ["Form.Code"] = Code });
        return client;

        async Task SendAsync(string page, Dictionary<string, string> typed)
        {
            var fields = await client.FormAsync(page, typed.Keys.First());
            fields.RemoveAll(field => typed.ContainsKey(field.Key));
            using var answer = await client.SendFormAsync(page, [.. fields, .. typed]);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException("Could not sign in.");
            }
        }
    }

    /// <summary>The fields of the form that holds this one, as a browser would send them back.</summary>
    public static async Task<List<KeyValuePair<string, string>>> FormAsync(this HttpClient client, string page, string field)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var form = Form().Matches(html).Select(match => match.Value).First(text => text.Contains($"name=\"{field}\"", StringComparison.Ordinal));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var tag in Input().Matches(form).Select(match => match.Value))
        {
            var isTicked = Attribute(tag, "type") is not ("checkbox" or "radio") || Checked().IsMatch(tag);
            if (isTicked && Attribute(tag, "name") is { } name)
            {
                fields.Add(new(name, Attribute(tag, "value") ?? ""));
            }
        }

        foreach (Match area in Area().Matches(form))
        {
            if (Attribute(area.Groups["tag"].Value, "name") is { } name)
            {
                fields.Add(new(name, WebUtility.HtmlDecode(area.Groups["text"].Value).TrimStart('\r', '\n')));
            }
        }

        foreach (Match select in Select().Matches(form))
        {
            var chosen = Option().Matches(select.Groups["options"].Value).Select(option => option.Value).FirstOrDefault(option => option.Contains(" selected", StringComparison.Ordinal));
            if (chosen is not null && Attribute(select.Groups["tag"].Value, "name") is { } name)
            {
                fields.Add(new(name, Attribute(chosen, "value") ?? ""));
            }
        }

        return fields;
    }

    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string page, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("\\schecked(\\s|=|/|>)")]
    private static partial Regex Checked();

    [GeneratedRegex("(?<tag><textarea\\b[^>]*>)(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("(?<tag><select\\b[^>]*>)(?<options>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option\\b[^>]*>")]
    private static partial Regex Option();
}
