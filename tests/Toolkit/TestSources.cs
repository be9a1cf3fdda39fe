using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Testing;

/// <summary>A config in C#, with the place that it is from.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Text">A program with configs.</param>
public sealed record TestSource(string Place, string Text);

/// <summary>
/// All configs that are written somewhere in the tests and samples: whole programs, and bodies of configs, which get an
/// attribute and a class here.
/// </summary>
public static partial class TestSources
{
    // Programs that end only for the interpreter: run, they recurse without end.
    private static readonly string[] NeverEnding = ["NeverHangsTests.cs"];

    /// <summary>The configs of the files of a folder, each text once.</summary>
    /// <param name="folder">The folder; its texts in string literals count, and its own types.</param>
    /// <param name="files">The pattern of the names of the files.</param>
    /// <returns>Programs, by file and line.</returns>
    public static IReadOnlyList<TestSource> Of(string folder, string files) => Directory
        .EnumerateFiles(folder, files, SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Where(path => !path.EndsWith(".verified.cs", StringComparison.Ordinal) && !NeverEnding.Contains(Path.GetFileName(path)))
        .Order(StringComparer.Ordinal)
        .SelectMany(path => OfFile(path, Path.GetRelativePath(folder, path)))
        .DistinctBy(source => source.Text)
        .ToList();

    private static IEnumerable<TestSource> OfFile(string path, string name)
    {
        string text = File.ReadAllText(path);
        if (IsProgram(text)) yield return new TestSource(name, AsObject(text));
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var declared in root.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (declared.Initializer?.Value is { } value && Text(value, constants) is { } content)
                constants[declared.Identifier.ValueText] = content;
        }

        foreach (var expression in root.DescendantNodes(node => Text(node, constants) is null).OfType<ExpressionSyntax>())
        {
            if (Text(expression, constants) is not { } written || Program(Unmarked(written)) is not { } program) continue;
            int line = expression.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            yield return new TestSource($"{name}:{line}", program);
        }
    }

    // The text of literals, of literals that are joined, and of interpolations of constants of the same file.
    private static string? Text(Microsoft.CodeAnalysis.SyntaxNode? node, IReadOnlyDictionary<string, string> constants) => node switch
    {
        LiteralExpressionSyntax { Token.Value: string value } => value,
        IdentifierNameSyntax name => constants.TryGetValue(name.Identifier.ValueText, out string? value) ? value : null,
        ParenthesizedExpressionSyntax inner => Text(inner.Expression, constants),
        BinaryExpressionSyntax sum when sum.OperatorToken.ValueText == "+" =>
            Text(sum.Left, constants) is { } left && Text(sum.Right, constants) is { } right ? left + right : null,
        InterpolatedStringExpressionSyntax parts => Joined(parts.Contents.Select(part => part switch
        {
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            InterpolationSyntax hole => Text(hole.Expression, constants),
            _ => null,
        })),
        _ => null,
    };

    private static string? Joined(IEnumerable<string?> parts)
    {
        string?[] all = parts.ToArray();
        return all.Contains(null) ? null : string.Concat(all);
    }

    private static string? Program(string text)
    {
        if (IsProgram(text)) return AsObject(text.Contains("using ScalingAnalyzers;", StringComparison.Ordinal) ? text : Using + text);
        if (!text.Contains('=', StringComparison.Ordinal)) return null;
        string program = Using + "[TrainingConfig]\npublic sealed partial class Run\n{\n" + text + "\n}\n";
        var tree = CSharpSyntaxTree.ParseText(program);
        if (tree.GetDiagnostics().Any()) return null;
        var types = tree.GetRoot().ChildNodes().OfType<TypeDeclarationSyntax>().ToArray();
        return types.Length == 1 && types[0].Members.SelectMany(Names).Any(name => RoleTable.Of(name).Role != ConfigRole.None)
            ? program
            : null;
    }

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        _ => [],
    };

    private const string Using = "using ScalingAnalyzers;\n";

    // An object at run time does not know which warnings its source suppresses.
    private static bool IsProgram(string text) => text.Contains("Config", StringComparison.Ordinal)
        && !text.Contains("#pragma", StringComparison.Ordinal) && !text.Contains("SuppressMessage", StringComparison.Ordinal)
        && CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.AttributeLists)
            .SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString().Split('.')[^1] is "TrainingConfig" or "ModelConfig");

    // A static class has no objects; its constants and static members are read from an object just as well.
    private static string AsObject(string text) => StaticClass().Replace(text, "sealed partial class");

    private static string Unmarked(string text) => Mark().Replace(text, "");

    [GeneratedRegex("static partial class")]
    private static partial Regex StaticClass();

    [GeneratedRegex(@"\{\|SCALE\d+:|\|\}|\[\||\|\]")]
    private static partial Regex Mark();
}
