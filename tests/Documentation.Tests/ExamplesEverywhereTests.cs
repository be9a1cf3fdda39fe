using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The examples of the pages that an object can express: all forms of a run have the same findings.</summary>
public class ExamplesEverywhereTests
{
    private static readonly IReadOnlyList<CodeBlock> Expressible =
        MarkdownPage.All().SelectMany(page => page.Examples()).Where(IsExpressible).ToList();

    public static TheoryData<string> Examples { get; } = new(Expressible.Select(example => example.Name));

    [Fact]
    public void Many_examples_can_be_expressed_as_objects() => Assert.InRange(Expressible.Count, 20, int.MaxValue);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Source_object_plain_values_and_constants_agree(string name)
    {
        var example = Expressible.Single(one => one.Name == name);
        string text = Everywhere.AsObject(ExampleCode.Text(example));

        await Everywhere.HasTheSameFindings(Config.Code.With(text), Classes(text).Single().Identifier.ValueText);
    }

    // One training config of constants, without options, another type as its model, or a value that two members share;
    // a 0 is not distinguished from nothing at run time.
    private static bool IsExpressible(CodeBlock example)
    {
        if (example.EditorConfig is not null || example.Mark is null) return false;
        if (new[] { "typeof", " = 0;", "= 0," }.Any(part => example.Text.Contains(part, StringComparison.Ordinal))) return false;
        if (!example.Text.Contains("partial", StringComparison.Ordinal) || HasStatements(example.Text)) return false;
        var classes = Classes(example.Text);
        return classes.Count == 1 && example.Text.Contains("[TrainingConfig", StringComparison.Ordinal)
            && classes[0].Members.All(member => member is FieldDeclarationSyntax field && IsAlone(field, classes[0]));
    }

    private static bool IsAlone(FieldDeclarationSyntax field, TypeDeclarationSyntax type) =>
        field.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ConstKeyword))
            && field.Declaration.Variables.Count == 1
            && !field.DescendantNodes().OfType<IdentifierNameSyntax>().Any(used => type.Members
                .OfType<FieldDeclarationSyntax>()
                .Any(other => other.Declaration.Variables[0].Identifier.ValueText == used.Identifier.ValueText));

    private static bool HasStatements(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any();

    private static IReadOnlyList<TypeDeclarationSyntax> Classes(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().ToList();
}
