using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// Every word the program says. The English sentence is the key; a sentence without a Thai one is shown in English.
/// In views: <c>@T["Log a raid"]</c>, <c>@T["Page {0} of {1}", 2, 5]</c>, <c>@T.Of(raid.Kind)</c>.
/// </summary>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    private Texts() => Dates = new DateWords(this);

    /// <summary>The table is part of the program, so attributes and values may use it without being given it.</summary>
    public static Texts Shared { get; } = new();

    public DateWords Dates { get; }

    /// <summary>The language of this request: "th" or "en".</summary>
    public static string Language => IsThai ? "th" : "en";

    public static bool IsThai => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "th";

    /// <summary>How many Thai sentences no native speaker has read yet.</summary>
    public static int Unread => TextTable.Thai.Values.Count(text => text.Th.Length > 0 && !text.Read);

    /// <summary>How many sentences are still shown in English to a Thai reader.</summary>
    public static int Missing => TextTable.Thai.Values.Count(text => text.Th.Length == 0);

    public static int Total => TextTable.Thai.Count;

    /// <summary>Every sentence that the program says itself, in the language of this request.</summary>
    public IEnumerable<string> All => IsThai ? TextTable.Thai.Values.Select(text => text.Th) : TextTable.Thai.Keys;

    public string this[string english, params object?[] arguments] => Fill(Translate(english), arguments);

    /// <summary>Marks a sentence that is kept in a constant or a table and translated where it is shown.</summary>
    public static string Text(string english) => english;

    public static bool HasThai(string english) => TextTable.Thai.TryGetValue(english, out var text) && text.Th.Length > 0;

    /// <summary>For the lang attribute: "en" when a Thai reader is shown English, else nothing.</summary>
    public static string? LangOf(string english) => IsThai && !HasThai(english) ? "en" : null;

    public string Of(FormattableString sentence) => Fill(Translate(sentence.Format), sentence.GetArguments());

    public string Of(DomainRuleException broken) => Fill(Translate(broken.Format), [.. broken.Arguments]);

    /// <summary>The word of an enum's member, from its Display name.</summary>
    public string Of(Enum? value) => value is null ? "" : Translate(NameOf(value));

    /// <summary>The English master of an enum's member.</summary>
    internal static string NameOf(Enum value) => Names.GetOrAdd(value, static member =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? member.ToString());

    private static string Translate(string english) =>
        IsThai && TextTable.Thai.TryGetValue(english, out var text) && text.Th.Length > 0 ? text.Th : english;

    private string Fill(string sentence, object?[] arguments) => arguments.Length == 0
        ? sentence
        : string.Format(CultureInfo.InvariantCulture, sentence, [.. arguments.Select(Word)]);

    // A rule's sentence carries days and kinds as values; the reader gets words, in her language and both eras.
    private object? Word(object? argument) => argument switch
    {
        DateOnly day => Dates.Day(day),
        PartialDate date => Dates.Of(date),
        PartialDateTime moment => Dates.Of(moment),
        Enum value => Of(value),
        DateSubject subject => subject with { Words = Translate(subject.Words) },
        _ => argument,
    };
}
