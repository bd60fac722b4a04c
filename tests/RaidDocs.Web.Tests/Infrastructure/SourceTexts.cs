using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>
/// The English sentences that the sources show. It reads the syntax, so line breaks, escapes and joined literals do no harm:
/// T["..."], T.Of($"..."), Texts.Text("..."), Display(Name = "..."), ErrorMessage = "...", new DomainRuleException($"..."),
/// everything that a member returns or takes as FormattableString, the subject of a date's Read, and a field's label and hint.
/// </summary>
internal sealed partial class SourceTexts : CSharpSyntaxWalker
{
    private static readonly HashSet<string> Tables = ["T", "texts", "_texts", "Shared"];

    private readonly HashSet<string> _sentenceTakers = [];
    private string _file = "";

    /// <summary>Each sentence and the file that shows it first.</summary>
    public Dictionary<string, string> Found { get; } = new(StringComparer.Ordinal);

    public static SourceTexts Read(IEnumerable<string> files)
    {
        var texts = new SourceTexts();
        var sources = files.Select(file => (File: file, Text: File.ReadAllText(file))).ToList();
        var trees = sources.Where(source => source.File.EndsWith(".cs", StringComparison.Ordinal))
            .Select(source => (source.File, Root: CSharpSyntaxTree.ParseText(source.Text).GetRoot()))
            .ToList();
        foreach (var (_, root) in trees)
        {
            texts._sentenceTakers.UnionWith(TakersIn(root));
        }

        foreach (var (file, root) in trees)
        {
            texts._file = file;
            texts.Visit(root);
        }

        foreach (var (file, text) in sources.Where(source => !source.File.EndsWith(".cs", StringComparison.Ordinal)))
        {
            texts._file = file;
            texts.ReadView(text);
        }

        return texts;
    }

    public override void VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        if (Tables.Contains(LastName(node.Expression)))
        {
            Add(node.ArgumentList.Arguments[0].Expression);
        }

        base.VisitElementAccessExpression(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var name = LastName(node.Expression);
        var arguments = node.ArgumentList.Arguments;
        if (name == "Text" && arguments is [{ Expression: LiteralExpressionSyntax or BinaryExpressionSyntax } only])
        {
            Add(only.Expression);
        }
        else if (name is "Read" or "ReadMoment" && arguments.Count >= 3 && LastName(arguments[0].Expression) is "ModelState" or "state")
        {
            Add(arguments[2].Expression);
        }
        else if (name == "Of" && node.Expression is MemberAccessExpressionSyntax { Expression: var table } && Tables.Contains(LastName(table))
            || _sentenceTakers.Contains(name))
        {
            AddInterpolated(arguments);
        }

        base.VisitInvocationExpression(node);
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        if (node.ArgumentList is { } list && _sentenceTakers.Contains(LastName(node.Type)))
        {
            AddInterpolated(list.Arguments);
        }

        base.VisitObjectCreationExpression(node);
    }

    public override void VisitAttributeArgument(AttributeArgumentSyntax node)
    {
        var attribute = LastName(((AttributeSyntax)node.Parent!.Parent!).Name);
        if (node.NameEquals?.Name.Identifier.Text is "ErrorMessage" || attribute == "Display" && node.NameEquals?.Name.Identifier.Text is "Name" or "GroupName")
        {
            Add(node.Expression);
        }

        base.VisitAttributeArgument(node);
    }

    public override void VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
    {
        var owner = node.Ancestors().FirstOrDefault(parent =>
            parent is MethodDeclarationSyntax or PropertyDeclarationSyntax or LocalFunctionStatementSyntax or VariableDeclarationSyntax
                or ArgumentSyntax or InterpolationSyntax or StatementSyntax and not (ReturnStatementSyntax or BlockSyntax or IfStatementSyntax or SwitchStatementSyntax));
        var type = owner switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            PropertyDeclarationSyntax property => property.Type,
            LocalFunctionStatementSyntax function => function.ReturnType,
            VariableDeclarationSyntax variable => variable.Type,
            _ => null,
        };
        if (type is not null && LastName(type is NullableTypeSyntax maybe ? maybe.ElementType : type) == nameof(FormattableString))
        {
            Add(node);
        }

        base.VisitInterpolatedStringExpression(node);
    }

    private void ReadView(string view)
    {
        foreach (Match start in Calls().Matches(view))
        {
            Visit(SyntaxFactory.ParseExpression(view, start.Index, consumeFullText: false));
        }

        foreach (Match attribute in FieldTags().Matches(view).SelectMany(tag => FieldWords().Matches(tag.Value)))
        {
            Note(attribute.Groups["words"].Value);
        }
    }

    private void AddInterpolated(IEnumerable<ArgumentSyntax> arguments)
    {
        foreach (var argument in arguments.Where(argument => argument.Expression is InterpolatedStringExpressionSyntax or ConditionalExpressionSyntax))
        {
            Add(argument.Expression);
        }
    }

    private void Add(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                Add(inner.Expression);
                break;
            case ConditionalExpressionSyntax either:
                Add(either.WhenTrue);
                Add(either.WhenFalse);
                break;
            case SwitchExpressionSyntax several:
                several.Arms.Select(arm => arm.Expression).ToList().ForEach(Add);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } first:
                Add(first.Right);
                break;
            default:
                if (Sentence(expression) is { Length: > 0 } words)
                {
                    Note(words);
                }

                break;
        }
    }

    private void Note(string words) => Found.TryAdd(words, Path.GetRelativePath(Repository.Root, _file));

    /// <summary>The key: a literal as it is, an interpolated string with numbered holes. Null for what is no constant.</summary>
    private static string? Sentence(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax { Token.Value: string literal }:
                return literal;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return Sentence(sum.Left) is { } left && Sentence(sum.Right) is { } right ? left + right : null;
            case InterpolatedStringExpressionSyntax interpolated:
                var hole = 0;
                return string.Concat(interpolated.Contents.Select(part => part is InterpolationSyntax value
                    ? $"{{{hole++}{value.AlignmentClause}{value.FormatClause}}}"
                    : ((InterpolatedStringTextSyntax)part).TextToken.ValueText));
            default:
                return null;
        }
    }

    private static IEnumerable<string> TakersIn(SyntaxNode root) =>
        root.DescendantNodes().OfType<ParameterSyntax>()
            .Where(parameter => parameter.Type is { } type && LastName(type) == nameof(FormattableString))
            .Select(parameter => parameter.Parent?.Parent switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                LocalFunctionStatementSyntax function => function.Identifier.Text,
                ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
                TypeDeclarationSyntax type => type.Identifier.Text,
                _ => "",
            })
            .Append("DomainRuleException")
            // Every table and value has an Of; those of the tables are looked at by their receiver.
            .Where(name => name is not ("" or "Of"));

    private static string LastName(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => "",
    };

    [GeneratedRegex(@"(?<![\w.])(T\[|T\.Of\(|Texts\.Text\(|Texts\.Shared|texts\[|new DomainRuleException\()")]
    private static partial Regex Calls();

    [GeneratedRegex("""<(field|form-marks)\b(?:[^>"]|"[^"]*")*>""")]
    private static partial Regex FieldTags();

    [GeneratedRegex(@"\s(hint|label)=""(?<words>[^""@]+)""")]
    private static partial Regex FieldWords();
}
