using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Testing.Tests.ThrowAway;

/// <summary>For each class a nested constant with its name's length, and for each additional file a class; well
/// cached.</summary>
internal sealed class TwinGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => node is ClassDeclarationSyntax,
                (node, _) => ((ClassDeclarationSyntax)node.Node).Identifier.Text)
            .WithTrackingName("Names");
        var suffix = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => options.GlobalOptions.TryGetValue("build_property.Suffix", out string? value) ? value : "Twin")
            .WithTrackingName("Suffix");
        var files = context.AdditionalTextsProvider
            .Select((file, cancel) => (System.IO.Path.GetFileNameWithoutExtension(file.Path), file.GetText(cancel)!.ToString()))
            .WithTrackingName("Files");
        context.RegisterSourceOutput(names.Combine(suffix), (output, pair) =>
            output.AddSource(pair.Left + ".g.cs",
                $"static class {pair.Left}{pair.Right} {{ public const int Length = {pair.Left.Length}; }}\n"));
        context.RegisterSourceOutput(files, (output, file) =>
            output.AddSource(file.Item1 + ".file.cs", $"static class {file.Item1} {{ public const string Text = @\"{file.Item2}\"; }}\n"));
    }
}

/// <summary>Keeps symbols in its pipeline, which is wrong.</summary>
internal sealed class HoardingGenerator : IIncrementalGenerator
{
    private sealed record Model(string Name, ISymbol[] Hoard);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .CreateSyntaxProvider(
                (node, _) => node is ClassDeclarationSyntax,
                (node, _) => new Model("m", new ISymbol[] { node.SemanticModel.GetDeclaredSymbol((ClassDeclarationSyntax)node.Node)! }))
            .WithTrackingName("Models");
        context.RegisterSourceOutput(models.Collect(), (output, all) => output.AddSource("Count.g.cs", $"// {all.Count()}\n"));
    }
}

/// <summary>Fails while it writes.</summary>
internal sealed class CrashingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (_, _) => throw new System.InvalidOperationException("as asked"));
}
