namespace RaidDocs.Domain.Audit;

/// <summary>What is wrong with a store. One that is damaged throughout is reported, not listed.</summary>
internal sealed class FaultList
{
    private const int Most = 200;

    private readonly List<FormattableString> _told = [];

    public IReadOnlyList<FormattableString> Told => _told;

    public void Tell(FormattableString sentence)
    {
        if (_told.Count < Most)
        {
            _told.Add(sentence);
        }
    }
}
