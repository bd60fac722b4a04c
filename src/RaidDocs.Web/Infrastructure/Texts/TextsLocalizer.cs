using Microsoft.Extensions.Localization;

namespace RaidDocs.Web.Infrastructure;

/// <summary>Lets the labels and messages of data annotations go through <see cref="Texts"/> like every other word.</summary>
internal sealed class TextsLocalizer : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name] => new(name, Texts.Shared[name], !Texts.HasThai(name));

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, Texts.Shared[name, arguments], !Texts.HasThai(name));

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        TextTable.Thai.Select(text => new LocalizedString(text.Key, text.Value.Th));
}
