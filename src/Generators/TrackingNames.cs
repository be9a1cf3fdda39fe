namespace ScalingAnalyzers.Generators;

/// <summary>Names of the pipeline's steps, for tests.</summary>
internal static class TrackingNames
{
    public const string Model = "Model";
    public const string Emitted = "Emitted";
    public const string Laws = "Laws";
    public const string Readings = "Readings";
    public const string Shapes = "Shapes";
    public const string EmittedShapes = "EmittedShapes";
    public const string Plans = "Plans";
    public const string EmittedPlans = "EmittedPlans";
    public const string Configs = "Configs";
    public const string ConfigNames = "ConfigNames";
    public const string EmittedConfigs = "EmittedConfigs";
}
