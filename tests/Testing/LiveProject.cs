using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// The main project as in an editor or <c>dotnet watch</c>: in a workspace that runs the generators itself and keeps
/// their state from one edit to the next. Immutable: each edit returns the project after it.
/// </summary>
public sealed class LiveProject
{
    private readonly Project _project;

    private LiveProject(Project project) => _project = project;

    internal static LiveProject Open(Code code) => new(Workshop.Open(code).Projects.Single(one => one.Name == Code.MainProject));

    /// <summary>The value of a constant, by the metadata name of its type.</summary>
    public async Task<object?> Constant(string type, string name)
    {
        Compilation compilation = await Compiled();
        IFieldSymbol? constant = compilation.GetTypeByMetadataName(type)?.GetMembers(name).OfType<IFieldSymbol>().SingleOrDefault();
        if (constant is null) Assert.Fail($"There is no constant {type}.{name}.");
        return constant!.ConstantValue;
    }

    /// <summary>
    /// The generated texts by hint name; a text that was not generated again is the same object as before the edit.
    /// </summary>
    public async Task<ImmutableSortedDictionary<string, SourceText>> Generated()
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        foreach (SourceGeneratedDocument document in await _project.GetSourceGeneratedDocumentsAsync())
            texts.Add(document.HintName, await document.GetTextAsync());
        return texts.ToImmutable();
    }

    /// <summary>The project after the only occurrence of a text in a file is another; a C# file, an additional file or
    /// an <c>.editorconfig</c>.</summary>
    public async Task<LiveProject> Edit(string file, string oldPart, string newPart)
    {
        TextDocument? document = _project.Documents.Concat(_project.AdditionalDocuments).Concat(_project.AnalyzerConfigDocuments)
            .SingleOrDefault(one => Report.NameOf(one.FilePath!) == file);
        if (document is null) Assert.Fail($"There is no file {file}.");
        SourceText text = await document!.GetTextAsync();
        string before = text.ToString();
        if (before.Split(oldPart).Length != 2) Assert.Fail($"'{oldPart}' does not stand once in {file}.");
        SourceText after =
            text.WithChanges(new TextChange(new(before.IndexOf(oldPart, StringComparison.Ordinal), oldPart.Length), newPart));
        Solution solution = document switch
        {
            Document => _project.Solution.WithDocumentText(document.Id, after),
            AnalyzerConfigDocument => _project.Solution.WithAnalyzerConfigDocumentText(document.Id, after),
            _ => _project.Solution.WithAdditionalDocumentText(document.Id, after),
        };
        return new(solution.GetProject(_project.Id)!);
    }

    private async Task<Compilation> Compiled()
    {
        Compilation compilation = (await _project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> errors = compilation.GetDiagnostics()
            .Where(one => one.Severity == DiagnosticSeverity.Error)
            .ToImmutableArray();
        if (!errors.IsEmpty) Assert.Fail("The project does not compile.\n" + Report.Lines(errors));
        return compilation;
    }
}
