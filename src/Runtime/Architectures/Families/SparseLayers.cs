namespace ScalingAnalyzers.Architectures;

/// <summary>Which layers have experts, where a config lists each one's kind or how many dense come first.</summary>
internal static class SparseLayers
{
    /// <summary>How many layers have experts.</summary>
    public static int Count(FieldSource fields, int layers, int dense)
    {
        if (fields.Has("mlp_layer_types"))
        {
            int sparse = 0;
            foreach (string kind in Kinds(fields, fields.Layers(layers), 0)) sparse += kind == Names[1] ? 1 : 0;
            return sparse;
        }

        int first = fields.Trait(ConfigRole.DenseLayers, dense, "first_k_dense_replace");
        if (first > layers && !fields.IsMembers)
            fields.Refuse("first_k_dense_replace", "makes more layers dense than num_hidden_layers has.");
        return layers - first;
    }

    /// <summary>Whether each layer has experts.</summary>
    public static bool[] Each(FieldSource fields, int layers, int dense)
    {
        int first = fields.Trait(ConfigRole.DenseLayers, dense, "first_k_dense_replace");
        string[] kinds = Kinds(fields, layers, first);
        var sparse = new bool[layers];
        for (int i = 0; i < layers; i++) sparse[i] = kinds[i] == Names[1];
        return sparse;
    }

    private static string[] Kinds(FieldSource fields, int layers, int dense) =>
        LayerKinds.Read(fields, "mlp_layer_types", layers, Names, i => i < dense ? Names[0] : Names[1]);

    private static string[] Names { get; } = { "dense", "sparse" };
}
