using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

/// <summary>Makes Roslyn's solution of <see cref="Code"/>.</summary>
internal static class Workshop
{
    /// <summary>A solution in a fresh workspace; generators hang on each project as they do in an editor.</summary>
    public static Solution Open(Code code)
    {
        Solution solution = new AdhocWorkspace().CurrentSolution;
        ImmutableDictionary<string, ProjectId> ids = code.Projects.ToImmutableDictionary(
            project => project.Name, project => ProjectId.CreateNewId(project.Name), StringComparer.Ordinal);
        // Referenced projects first: a reference must find its project in the solution.
        foreach (CodeProject project in code.Projects.Reverse())
            solution = solution.AddProject(InfoOf(code, project, ids));
        return solution;
    }

    /// <summary>A metadata reference to that source, compiled.</summary>
    public static MetadataReference Assemble(string name, string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            new[] { CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)) },
            ReferenceAssemblies.Net.Add(ReferenceAssemblies.Runtime),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success) Assert.Fail($"The referenced assembly {name} does not compile.\n" + Report.Lines(result.Diagnostics));
        return AssembledReference.Of(image.ToArray(), name);
    }

    private static ProjectInfo InfoOf(Code code, CodeProject project, ImmutableDictionary<string, ProjectId> ids)
    {
        ProjectId id = ids[project.Name];
        var references = ReferenceAssemblies.Net.AddRange(project.References);
        if (project.WithRuntime) references = references.Add(ReferenceAssemblies.Runtime);
        var generators = code.Generators.IsEmpty
            ? Array.Empty<AnalyzerReference>()
            : new AnalyzerReference[] { new GeneratorReference(code.Generators) };
        return ProjectInfo.Create(
                id,
                VersionStamp.Create(),
                project.Name,
                project.Name,
                LanguageNames.CSharp,
                filePath: project.Folder + project.Name + ".csproj",
                compilationOptions: CompilationOptionsOf(project),
                parseOptions: new CSharpParseOptions(project.Language, DocumentationMode.Diagnose),
                documents: project.Files.Select(file => DocumentOf(id, project.Folder, file)),
                projectReferences: project.ProjectReferences.Select(name => new ProjectReference(ids[name])),
                metadataReferences: references,
                analyzerReferences: generators,
                additionalDocuments: project.AdditionalFiles.Select(file => DocumentOf(id, project.Folder, file)))
            .WithAnalyzerConfigDocuments(project.ConfigTexts().Select(config => DocumentOf(id, config.Path, config.Text)));
    }

    private static CSharpCompilationOptions CompilationOptionsOf(CodeProject project) => new(
        project.Output,
        checkOverflow: project.Checked,
        allowUnsafe: true,
        deterministic: true,
        nullableContextOptions: project.Language.MapSpecifiedToEffectiveVersion() >= LanguageVersion.CSharp8
            ? NullableContextOptions.Enable
            : NullableContextOptions.Disable);

    private static DocumentInfo DocumentOf(ProjectId project, string folder, CodeFile file) =>
        DocumentOf(project, folder + file.Name, Markup.Parse(file.Marked).Text);

    private static DocumentInfo DocumentOf(ProjectId project, string path, string text) => DocumentInfo.Create(
        DocumentId.CreateNewId(project, path),
        Path.GetFileName(path),
        loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text, Encoding.UTF8), VersionStamp.Create(), path)),
        filePath: path);

    private sealed class GeneratorReference : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators;

        public GeneratorReference(ImmutableArray<IIncrementalGenerator> generators) =>
            _generators = generators.Select(generator => generator.AsSourceGenerator()).ToImmutableArray();

        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => ImmutableArray<DiagnosticAnalyzer>.Empty;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => ImmutableArray<DiagnosticAnalyzer>.Empty;

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
