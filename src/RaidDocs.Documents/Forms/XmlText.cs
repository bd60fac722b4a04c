using System.Text;
using System.Xml;

namespace RaidDocs.Documents.Forms;

/// <summary>Text that any reader of XML takes: what may not stand there becomes U+FFFD.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                clean.Append(text, at++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
            }
        }

        return clean.ToString();
    }
}
